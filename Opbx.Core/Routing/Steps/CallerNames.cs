namespace Opbx.Core.Routing.Steps;

/// <summary>The caller's name as shown on the phones.</summary>
internal static class CallerNames
{
    /// <summary>The group's prefix and the caller's name or number; null when there is no prefix.</summary>
    public static string? For(Walk walk) => walk.State.NamePrefix is { Length: > 0 } prefix
        ? $"{prefix} {walk.Facts.CallerName ?? walk.Facts.From}".Trim()
        : null;
}
