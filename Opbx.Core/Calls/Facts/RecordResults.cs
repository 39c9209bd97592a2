namespace Opbx.Core.Calls.Facts;

/// <summary>Reads the platform's names for how a call ended.</summary>
public static class RecordResults
{
    /// <summary>Ignores case, spaces, hyphens and underscores.</summary>
    public static RecordResult From(string? disposition) =>
        (disposition ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch {
                "ANSWER" or "ANSWERED" or "CONNECTED" => RecordResult.Answered,
                "NOANSWER" => RecordResult.NoAnswer,
                "BUSY" => RecordResult.Busy,
                "CANCEL" or "CANCELED" or "CANCELLED" => RecordResult.Canceled,
                _ => RecordResult.Failed,
            };
}
