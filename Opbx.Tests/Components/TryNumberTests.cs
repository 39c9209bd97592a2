using Bunit;
using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Settings;
using Opbx.Portal.Features.BlockedCallers;
using Opbx.Portal.Features.OutboundRules;

namespace Opbx.Tests.Components;

public sealed class TryNumberTests
{
    private static readonly PbxDocument Document = new() {
        Pbx = new PbxSettings { Name = "acme", Country = "US", DefaultCallerId = "+12125550100" },
        Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell", EnabledCalls = [CallType.National, CallType.International] },
            new UserExtension { Number = "1002", Name = "Ben Ode" }],
        PhoneNumbers = [new PhoneNumber { Number = "+12125550100" }],
        OutboundRules = [new OutboundRule { Name = "Home", Country = "US", Trunk = "east" }],
    };

    [Theory]
    [InlineData("1001", "(202) 555-0143", "The call goes out", "Trunk: east.")]
    [InlineData("1002", "(202) 555-0143", "The call is refused", "Allow this kind of call at the extension 1002 Ben Ode.")]
    [InlineData("1001", "+33 1 23 45 67 89", "The call is refused", "No active rule covers this number.")]
    [InlineData("1002", "911", "The call goes out", "emergency number")]
    [InlineData("1001", "1002", "1002 Ben Ode rings", "No outbound rule is needed.")]
    [InlineData("1001", "5550143", "The call is refused", "Dial the area code, too.")]
    public void It_says_what_happens_and_why(string caller, string dialled, string result, string reason)
    {
        using var kit = new Kit();
        var box = kit.Render<TryNumber>(p => p.Add(x => x.Document, Document));
        box.Find("#try-extension").Change(caller);
        box.Find("#try-dialled").Input(dialled);
        Assert.Contains(result, box.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains(reason, box.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_could_call_is_said_so()
    {
        using var kit = new Kit();
        var box = kit.Render<TryNumber>(p => p.Add(x => x.Document, Document with { Extensions = [] }));
        Assert.Contains("Only extensions of people", box.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BlockMatch.Exact, "+12025550143", "+1 202 555 0143", true)]
    [InlineData(BlockMatch.Exact, "+12025550143", "+12025550144", false)]
    [InlineData(BlockMatch.Prefix, "+1900", "+19005550100", true)]
    [InlineData(BlockMatch.Wildcard, "+1202555????", "+12025550143", true)]
    [InlineData(BlockMatch.Wildcard, "+1202555????", "+1202555014", false)]
    [InlineData(BlockMatch.Exact, "anonymous", "anonymous", true)]
    [InlineData(BlockMatch.Exact, "", "+12025550143", false)]
    public void A_caller_is_tested_by_what_turns_live_callers_away(BlockMatch match, string pattern, string from, bool blocked)
    {
        using var kit = new Kit();
        var box = kit.Render<TryCaller>(
            p => p.Add(x => x.Entry, new BlockedCaller { Match = match, Pattern = pattern, Numbers = ["+12125550100"] }));
        box.Find("input").Input(from);
        Assert.Equal(blocked ? "Blocked" : "Gets through", box.Find("[role=status] .chip span:last-child").TextContent);
    }
}
