namespace Opbx.Portal.Sandbox.Wire;

/// <summary>What the portal answered to a request of the stand-in.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="ContentType">Its media type; empty when there is none.</param>
/// <param name="Problem">Why there is no answer, in a sentence; null when there is one.</param>
internal sealed record WireAnswer(int Status, string Body, string ContentType, string? Problem)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool Taken => Status is >= 200 and < 300;

    /// <summary>What went wrong, in a sentence without a capital and a full stop; only for an answer that was not taken.</summary>
    public string Why => Problem ?? $"it answered with the status {Status}";
}
