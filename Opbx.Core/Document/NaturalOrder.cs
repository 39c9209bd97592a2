namespace Opbx.Core.Document;

/// <summary>Orders numbers by value (99 before 100) and ignores case.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var bothNumbers = x is { Length: > 0 } && y is { Length: > 0 } && x.All(char.IsAsciiDigit) && y.All(char.IsAsciiDigit);
        return bothNumbers && x!.Length != y!.Length ? x.Length.CompareTo(y.Length) : StringComparer.OrdinalIgnoreCase.Compare(x, y);
    }
}
