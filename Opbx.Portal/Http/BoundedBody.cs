namespace Opbx.Portal.Http;

/// <summary>Reads bodies of requests within a limit.</summary>
internal static class BoundedBody
{
    private const int Part = 16 * 1024;

    /// <summary>The bytes of a stream; null when there are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream source, long most, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var part = new byte[Part];
        while (await source.ReadAsync(part, cancel) is > 0 and var count)
        {
            if (all.Length + count > most) return null;
            all.Write(part, 0, count);
        }
        return all.ToArray();
    }
}
