namespace Opbx.Core.Calls.Log;

/// <summary>A place in the call log from which a part of it is read.</summary>
/// <param name="Place">The place of the last call before the part.</param>
/// <param name="Newer">Whether the part lies towards the newer calls; else towards the older ones.</param>
public sealed record CallCursor(long Place, bool Newer = false)
{
    private const char NewerMark = 'n';

    /// <summary>The place as opaque text.</summary>
    public override string ToString() => (Newer ? $"{NewerMark}" : "") + Place.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it did not.</summary>
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
