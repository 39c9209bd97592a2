namespace Opbx.Tests.Support.Data;

/// <summary>For rules about many things: names all that break it, one a line.</summary>
internal static class Offenders
{
    public static void None<T>(IEnumerable<T> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, $"{all.Count} break the rule:\n{string.Join('\n', all)}");
    }
}
