using System.Text;

namespace Opbx.Core.Calls.Log;

/// <summary>Where a call stands in the log, as one number that both databases order by: the milliseconds of its start, and below them 16
/// bits of its
/// identity, so that calls of one millisecond have places of their own as well.</summary>
internal static class CallSortKey
{
    private const int IdentityBits = 16;

    /// <summary>The lowest place of a call that began then.</summary>
    public static long At(DateTimeOffset time) => time.ToUnixTimeMilliseconds() << IdentityBits;

    /// <summary>Brings what the log orders and searches by up to the call: its place and its words.</summary>
    public static void Update(Call call)
    {
        Span<byte> identity = stackalloc byte[16];
        call.Id.TryWriteBytes(identity);
        call.Place = At(call.StartedAt) | BitConverter.ToUInt16(identity);
        var words = new StringBuilder(call.FromDigits).Append(' ').Append(call.ToDigits).Append(' ').Append(call.Extensions).Append(' ')
            .Append(call.Groups);
        // Addresses and names that are more than a number; the digits of a number are there already.
        foreach (var (text, digits) in new[] { (call.From, call.FromDigits), (call.To, call.ToDigits) })
            if (!text.AsSpan().TrimStart('+').SequenceEqual(digits)) words.Append(' ').Append(text);
        call.Words = words.ToString();
    }
}
