using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Opbx.Core.Calls.Log;

/// <summary>A place in the call log: behind the call with this start and token.</summary>
/// <param name="StartedAt">When that call began.</param>
/// <param name="Token">Its token.</param>
public sealed record CallCursor(DateTimeOffset StartedAt, string Token)
{
    /// <summary>The place as opaque text.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{StartedAt.ToUnixTimeMilliseconds()} {Token}")));

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it did not.</summary>
    public static CallCursor? Parse(string text)
    {
        if (text.Length > 300 || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        return parts.Length == 2 && parts[1].Length is > 0 and <= CallTexts.TokenLength
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 1e14
            ? new CallCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), parts[1])
            : null;
    }
}
