using System.Collections.Frozen;

namespace Opbx.Core.Users.CommonPasswords;

/// <summary>Passwords tried first by attackers: the most common ones, alone or two in a row, with digits and symbols in between,
/// and the names of people and companies.</summary>
public static class WeakPasswords
{
    private const int ShortestWord = 3;
    private const int MostWords = 2;

    private static readonly FrozenSet<string> Common = Read();
    private static readonly int Longest = Common.Max(word => word.Length);
    private static readonly char[] Separators = [' ', '.', ',', '-', '_', '@', '\'', '/', '&', '+'];

    /// <param name="own">Names that someone who knows the person or the company would try, for example the e-mail address.</param>
    public static bool AreIn(string password, IEnumerable<string?> own)
    {
        var text = password.ToLowerInvariant();
        if (Common.Contains(text) || Repeats(text)) return true;
        foreach (var word in own.SelectMany(WordsOf).OrderByDescending(w => w.Length))
            text = text.Replace(word, " ", StringComparison.Ordinal);
        var letters = string.Concat(text.Where(char.IsLetter));
        return letters.Length < ShortestWord || FewestWords(letters) <= MostWords;
    }

    private static IEnumerable<string> WordsOf(string? name) =>
        (name ?? "").ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries).Append("opbx")
            .Where(w => w.Length >= ShortestWord);

    /// <summary>Whether it is one short text repeated.</summary>
    private static bool Repeats(string text)
    {
        for (var unit = 1; unit <= text.Length / 2; unit++)
            if (Enumerable.Range(unit, text.Length - unit).All(i => text[i] == text[i - unit])) return true;

        return false;
    }

    /// <summary>The minimum number of common words that make up the letters; more than there are letters if they do not.</summary>
    private static int FewestWords(string letters)
    {
        var fewest = new int[letters.Length + 1];
        for (var end = 1; end <= letters.Length; end++)
        {
            fewest[end] = letters.Length + 1;
            for (var length = ShortestWord; length <= Math.Min(end, Longest); length++)
                if (Common.Contains(letters.Substring(end - length, length))) fewest[end] = Math.Min(fewest[end], fewest[end - length] + 1);
        }

        return fewest[^1];
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(WeakPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
