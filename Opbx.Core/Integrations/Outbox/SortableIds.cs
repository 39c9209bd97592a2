using System.Security.Cryptography;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Creates ids that sort by creation order: 48 bits of time and 80 random bits in 26 letters and digits. A clock that
/// jumps back does not disturb the order.</summary>
internal sealed class SortableIds(TimeProvider time)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly UInt128 Random80 = (UInt128.One << 80) - 1;
    private readonly Lock _gate = new();
    private UInt128 _last;

    /// <summary>The prefix names the kind.</summary>
    public string Next(string prefix) => prefix + Spell(Bits());

    /// <summary>Sorts before every id created at that time or later, and after all earlier ones.</summary>
    public static string First(string prefix, DateTimeOffset at) => prefix + Spell((UInt128)(ulong)at.ToUnixTimeMilliseconds() << 80);

    private static string Spell(UInt128 bits) => string.Create(26, bits, (text, value) =>
    {
        for (var i = text.Length - 1; i >= 0; i--, value >>= 5) text[i] = Alphabet[(int)(value & 31)];
    });

    private UInt128 Bits()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        var fresh = ((UInt128)(ulong)time.GetUtcNow().ToUnixTimeMilliseconds() << 80) | (
            System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes) & (Random80 >> 1));
        lock (_gate)
        {
            var sameOrEarlier = fresh >> 80 <= _last >> 80;
            return _last = sameOrEarlier ? _last + 1 : fresh;
        }
    }
}
