namespace Opbx.Core.Calls.Log;

/// <summary>A position in the call log from which a page is read.</summary>
/// <param name="SortKey">Sort key of the last call before the page.</param>
/// <param name="Newer">Whether to read towards newer calls; otherwise towards older ones.</param>
public sealed record CallCursor(long SortKey, bool Newer = false)
{
    private const char NewerMark = 'n';

    /// <summary>The position as opaque text.</summary>
    public override string ToString() => (Newer ? $"{NewerMark}" : "") + SortKey.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Null when the text was not written by <see cref="ToString"/>.</summary>
    public static CallCursor? Parse(string text)
    {
        var newer = text.StartsWith(NewerMark);
        return text.Length <= 17
            && long.TryParse(newer ? text.AsSpan(1) : text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place)
            && place >= 0
            ? new CallCursor(place, newer)
            : null;
    }
}
