using Opbx.Core.Calls.Explaining;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Calls.Explaining;

public sealed class TraceDifferenceTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("abc", "abc", "=a =b =c")]
    [InlineData("abc", "ac", "=a -b =c")]
    [InlineData("ac", "abc", "=a +b =c")]
    [InlineData("ab", "xy", "-a -b +x +y")]
    [InlineData("abcd", "axcd", "=a -b +x =c =d")]
    [InlineData("ab", "aB", "=a ~b")]
    public void Traces_are_compared_step_by_step(string then, string today, string expected)
    {
        var lines = TraceDifference.Between(Trace(then), Trace(today));
        Assert.Equal(expected, string.Join(' ', lines.Select(l => $"{Mark(l.Is)}{(l.Then ?? l.Today)!.Code}")));
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_is_added_whatever_is_compared()
    {
        var random = new Random(4711);
        for (var round = 0; round < 500; round++)
        {
            var (then, today) = (Random(random), Random(random));
            var lines = TraceDifference.Between(then, today);
            Assert.Equal(then, lines.Select(l => l.Then).OfType<TraceStep>());
            Assert.Equal(today, lines.Select(l => l.Today).OfType<TraceStep>());
            Assert.All(lines, l => Assert.Equal(l.Is is Comparison.Same or Comparison.Changed, l is { Then: not null, Today: not null }));
        }
    }

    /// <summary>A capital is the same decision in other words.</summary>
    private static List<TraceStep> Trace(string codes) =>
        [.. codes.Select(c => new TraceStep("step", null, char.ToLowerInvariant(c).ToString(), c.ToString()))];

    private static List<TraceStep> Random(Random random) =>
        Trace(string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "abcAB"[random.Next(5)])));

    private static char Mark(Comparison comparison) =>
        comparison switch { Comparison.Same => '=', Comparison.Changed => '~', Comparison.Gone => '-', Comparison.New => '+' };
}
