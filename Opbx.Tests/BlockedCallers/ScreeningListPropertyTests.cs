using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Routing.Screening;

namespace Opbx.Tests.BlockedCallers;

/// <summary>Compares the list with a slow second one that turns every entry into a regular expression.</summary>
public sealed class ScreeningListPropertyTests
{
    // Few digits and short texts, so that patterns often match.
    private static Gen<string> Text(string alphabet, int longest) =>
        from length in Gen.Choose(1, longest)
        from letters in Gen.Elements(alphabet.ToCharArray()).ArrayOf(length)
        from plus in Gen.Elements("", "+")
        select plus + new string(letters);

    private static readonly Gen<BlockedCaller> Entry =
        from match in Gen.Elements(Enum.GetValues<BlockMatch>())
        from pattern in match == BlockMatch.Wildcard ? Text("12**??", 7) : Text("12", 5)
        from numbers in Gen.Elements<string[]>([], [], ["+100"], ["200"])
        from active in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new BlockedCaller { Match = match, Pattern = pattern, Numbers = numbers, Active = active };

    [Fact]
    public void The_list_agrees_with_regular_expressions()
    {
        var blocked = 0;
        var cases =
            from count in Gen.Choose(0, 6)
            from entries in Entry.ArrayOf(count)
            from caller in Text("12", 7)
            from called in Gen.Elements("+100", "100", "+200")
            select (entries, caller, called);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var match = ScreeningList.Compile(c.entries).Match(c.caller, c.called);
            if (match is not null) blocked++;
            return match == Slow(c.entries, c.caller, c.called);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
        Assert.True(blocked > 500);
    }

    private static BlockedCaller? Slow(BlockedCaller[] entries, string caller, string called) => entries
        .Where(e => e.Active && (e.Numbers.Count == 0 || e.Numbers.Any(n => n.TrimStart('+') == called.TrimStart('+'))))
        .Where(e => Regex.IsMatch(caller, Expression(e), RegexOptions.None, TimeSpan.FromSeconds(5)))
        .OrderBy(e => e.Match).ThenByDescending(e => e.Pattern.TrimStart('+').Length)
        .FirstOrDefault();

    private static string Expression(BlockedCaller entry)
    {
        var body = entry.Pattern.TrimStart('+').Replace("*", "[0-9]*", StringComparison.Ordinal)
            .Replace("?", "[0-9]", StringComparison.Ordinal);
        return entry.Match == BlockMatch.Prefix ? $@"\A\+?{body}" : $@"\A\+?{body}\z";
    }
}
