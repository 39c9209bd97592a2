using System.Text;

namespace Opbx.Core.Calls.Log;

/// <summary>Position of a call in the log as one number, by which both databases order: the milliseconds of its start and, below them,
/// 16 bits of its id, so that calls of the same millisecond differ.</summary>
internal static class CallSortKey
{
    private const int IdentityBits = 16;

    /// <summary>The lowest sort key of a call that started at this time.</summary>
    public static long At(DateTimeOffset time) => time.ToUnixTimeMilliseconds() << IdentityBits;

    /// <summary>Updates the columns by which the log sorts and searches.</summary>
    public static void Update(Call call)
    {
        Span<byte> identity = stackalloc byte[16];
        call.Id.TryWriteBytes(identity);
        call.SortKey = At(call.StartedAt) | BitConverter.ToUInt16(identity);
        var words = new StringBuilder(call.FromDigits).Append(' ').Append(call.ToDigits).Append(' ').Append(call.Extensions).Append(' ')
            .Append(call.Groups);
        // Addresses and names that are more than a number; the digits of a number are already included.
        foreach (var (text, digits) in new[] { (call.From, call.FromDigits), (call.To, call.ToDigits) })
            if (!text.AsSpan().TrimStart('+').SequenceEqual(digits)) words.Append(' ').Append(text);
        call.SearchText = words.ToString();
    }
}
