using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Routing.Screening;

namespace Opbx.Tests.BlockedCallers;

public sealed class ScreeningListTests
{
    private static BlockedCaller Block(BlockMatch match, string pattern, params string[] numbers) =>
        new() { Match = match, Pattern = pattern, Numbers = numbers };

    private static string? Match(string from, params BlockedCaller[] list) =>
        ScreeningList.Compile(list).Match(from, "+12125550100")?.Pattern;

    [Theory]
    [InlineData(BlockMatch.Exact, "+12025550666", "+12025550666", true)]
    [InlineData(BlockMatch.Exact, "+12025550666", "12025550666", true)]
    [InlineData(BlockMatch.Exact, "12025550666", "+12025550666", true)]
    [InlineData(BlockMatch.Exact, "+12025550666", "+120255506660", false)]
    [InlineData(BlockMatch.Prefix, "+1900", "+19005551234", true)]
    [InlineData(BlockMatch.Prefix, "1900", "+19005551234", true)]
    [InlineData(BlockMatch.Prefix, "+1900", "19005551234", true)]
    [InlineData(BlockMatch.Prefix, "+1900", "+1900", true)]
    [InlineData(BlockMatch.Prefix, "+1900", "+1901", false)]
    [InlineData(BlockMatch.Prefix, "+1900", "+441900", false)]
    [InlineData(BlockMatch.Wildcard, "+1*666", "+12025550666", true)]
    [InlineData(BlockMatch.Wildcard, "+1*666", "+1666", true)]
    [InlineData(BlockMatch.Wildcard, "+1*666", "+12025550667", false)]
    [InlineData(BlockMatch.Wildcard, "+1202555????", "12025550666", true)]
    [InlineData(BlockMatch.Wildcard, "+1202555???", "+12025550666", false)]
    [InlineData(BlockMatch.Wildcard, "*", "+12025550666", true)]
    [InlineData(BlockMatch.Wildcard, "*", "sip-user", false)]
    [InlineData(BlockMatch.Wildcard, "*55*6", "+12025550666", true)]
    [InlineData(BlockMatch.Exact, "anonymous", "Anonymous", true)]
    [InlineData(BlockMatch.Exact, "anonymous", "", true)]
    [InlineData(BlockMatch.Exact, "anonymous", "+12025550666", false)]
    [InlineData(BlockMatch.Wildcard, "*", "anonymous", false)]
    public void A_pattern_is_compared_with_or_without_plus(BlockMatch match, string pattern, string from, bool blocked) =>
        Assert.Equal(blocked ? pattern : null, Match(from, Block(match, pattern)));

    [Fact]
    public void Exact_comes_before_the_longest_prefix_before_a_wildcard()
    {
        BlockedCaller[] list =
            [Block(BlockMatch.Wildcard, "*"), Block(BlockMatch.Prefix, "+1"), Block(BlockMatch.Prefix, "+1202"),
                Block(BlockMatch.Exact, "+12025550666")];
        Assert.Equal("+12025550666", Match("+12025550666", list));
        Assert.Equal("+1202", Match("+12025550667", list));
        Assert.Equal("+1", Match("+13025550667", list));
        Assert.Equal("*", Match("+493012345678", list));
    }

    [Fact]
    public void An_entry_may_hold_for_chosen_numbers_only()
    {
        var list = ScreeningList.Compile([Block(BlockMatch.Exact, "+12025550666", "+12125550101")]);
        Assert.NotNull(list.Match("+12025550666", "+12125550101"));
        Assert.NotNull(list.Match("+12025550666", "12125550101"));
        Assert.Null(list.Match("+12025550666", "+12125550100"));
        Assert.Null(list.Match("+12025550666", null));
    }

    [Fact]
    public void An_inactive_entry_blocks_nobody() =>
        Assert.Null(Match("+12025550666", Block(BlockMatch.Exact, "+12025550666") with { Active = false }));
}
