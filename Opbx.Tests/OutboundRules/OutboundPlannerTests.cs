using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Routing.Outbound;

namespace Opbx.Tests.OutboundRules;

public sealed class OutboundPlannerTests
{
    private static readonly CallType[] Everything = Enum.GetValues<CallType>();

    private static readonly OutboundRule[] Acme =
    [
        new() { Name = "US local", Country = "US", Prefix = "+1212", Trunk = "local-carrier" },
        new() { Name = "US", Country = "US", Trunk = "national-carrier" },
        new() { Name = "UK", Country = "GB", Trunk = "intl-carrier", CallerId = "+12125550100" },
    ];

    private static OutboundRequest Request(string dialled, params OutboundRule[] rules) => new() {
        Dialled = dialled,
        Country = "US",
        Rules = rules.Length == 0 ? Acme : rules,
        EnabledCalls = Everything,
        DefaultCallerId = "+12125550100",
        OwnNumbers = new HashSet<string> { "+12125550100", "+12125550101", "+12125550102" },
    };

    private static OutboundDecision.Allowed Allowed(OutboundRequest request) =>
        Assert.IsType<OutboundDecision.Allowed>(OutboundPlanner.Decide(request));

    private static string Refused(OutboundRequest request)
    {
        var refused = Assert.IsType<OutboundDecision.Refused>(OutboundPlanner.Decide(request));
        Assert.EndsWith(".", refused.Sentence);
        return refused.Code;
    }

    [Theory]
    [InlineData("+12125559876", "+12125559876", "local-carrier", CallType.Local)]
    [InlineData("12125559876", "+12125559876", "local-carrier", CallType.Local)]
    [InlineData("2125559876", "+12125559876", "local-carrier", CallType.Local)]
    [InlineData("(212) 555-9876", "+12125559876", "local-carrier", CallType.Local)]
    [InlineData("+13105550123", "+13105550123", "national-carrier", CallType.National)]
    [InlineData("+18005550199", "+18005550199", "national-carrier", CallType.Other)]
    [InlineData("+19005551234", "+19005551234", "national-carrier", CallType.Premium)]
    [InlineData("+441212345678", "+441212345678", "intl-carrier", CallType.International)]
    [InlineData("011441212345678", "+441212345678", "intl-carrier", CallType.International)]
    [InlineData("+448001111", "+448001111", "intl-carrier", CallType.InternationalOther)]
    public void The_longest_matching_rule_takes_the_number(string dialled, string number, string trunk, CallType type)
    {
        var call = Allowed(Request(dialled));
        Assert.Equal((number, trunk, type), (call.Number, call.Trunk, call.CallType));
        Assert.False(call.IsEmergency);
    }

    [Theory]
    [InlineData("999999999999999")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("anna")]
    [InlineData("+1212555987")]
    [InlineData("11111111111111111111111111111111111111111111111111")]
    [InlineData("+1212555987\u0666")]
    public void What_is_no_number_is_refused(string dialled) => Assert.Equal(OutboundRefusals.InvalidNumber, Refused(Request(dialled)));

    [Fact]
    public void Seven_digits_are_refused_with_their_own_sentence()
    {
        var refused = Assert.IsType<OutboundDecision.Refused>(OutboundPlanner.Decide(Request("5559876")));
        Assert.Equal(OutboundRefusals.AreaCodeMissing, refused.Code);
        Assert.Contains("area code", refused.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+12125559876", CallType.Local)]
    [InlineData("+13105550123", CallType.National)]
    [InlineData("+441212345678", CallType.International)]
    [InlineData("+19005551234", CallType.Premium)]
    [InlineData("+18005550199", CallType.Other)]
    public void Exactly_its_own_call_type_opens_a_number(string dialled, CallType type)
    {
        Assert.Equal(type, Allowed(Request(dialled) with { EnabledCalls = [type] }).CallType);
        Assert.Equal(OutboundRefusals.CallTypeDisabled,
            Refused(Request(dialled) with { EnabledCalls = [.. Everything.Where(t => t != type)] }));
        Assert.Equal(OutboundRefusals.OutsideCallsDisabled, Refused(Request(dialled) with { EnabledCalls = [] }));
        Assert.Equal(type, Allowed(Request(dialled) with { EnabledCalls = null }).CallType);
    }

    [Fact]
    public void Local_is_the_area_of_the_number_that_is_presented()
    {
        var request = Request("+13105550123")
            with {
            EnabledCalls = [CallType.Local],
            ExtensionNumber = "+13105550100",
            OwnNumbers = new HashSet<string> { "+13105550100", "+12125550100" }
        };
        Assert.Equal("+13105550100", Allowed(request).CallerId);
        Assert.Equal(OutboundRefusals.CallTypeDisabled, Refused(request with { Dialled = "+12125559876" }));
    }

    [Theory]
    [InlineData("911")]
    [InlineData("112")]
    public void An_emergency_number_needs_neither_rule_nor_call_type_nor_caller_number(string dialled)
    {
        var bare = Request(dialled) with { Rules = [], EnabledCalls = [], DefaultCallerId = null };
        Assert.Equal(new OutboundDecision.Allowed(dialled, null, null, null, null), OutboundPlanner.Decide(bare));
        var call = Allowed(Request(dialled) with { EnabledCalls = [], ExtensionNumber = "+12125550101" });
        Assert.True(call.IsEmergency);
        Assert.Equal(("national-carrier", "+12125550101"), (call.Trunk, call.CallerId));
    }

    [Fact]
    public void A_number_without_rule_is_refused() => Assert.Equal(OutboundRefusals.NoRule, Refused(Request("+493012345678")));

    [Fact]
    public void An_inactive_rule_is_not_used() =>
        Assert.Equal("national-carrier", Allowed(Request("+12125559876", Acme[0] with { Active = false }, Acme[1])).Trunk);

    [Theory]
    [InlineData("310")]
    [InlineData("1310")]
    [InlineData("+1310")]
    public void A_prefix_in_national_digits_belongs_to_its_country(string prefix)
    {
        var rule = new OutboundRule { Name = "LA", Country = "US", Prefix = prefix, Trunk = "t" };
        Assert.Equal("t", Allowed(Request("+13105550123", rule)).Trunk);
        Assert.Equal(OutboundRefusals.NoRule, Refused(Request("+12125559876", rule)));
        Assert.Equal(OutboundRefusals.NoRule, Refused(Request("+33310203040", rule)));
    }

    [Fact]
    public void A_prefix_alone_allows_its_numbers_only()
    {
        var rule = new OutboundRule { Name = "Germany", Prefix = "+49", Trunk = "intl" };
        Assert.Equal("intl", Allowed(Request("+493012345678", rule)).Trunk);
        Assert.Equal(OutboundRefusals.NoRule, Refused(Request("+441212345678", rule)));
    }

    [Fact]
    public void Canada_is_not_the_United_States()
    {
        Assert.Equal(OutboundRefusals.NoRule, Refused(Request("+16045550123")));
        Assert.Equal(CallType.International,
            Allowed(Request("+16045550123", new OutboundRule { Name = "Canada", Country = "CA" })).CallType);
        var fromCanada = Request("+18005550199", new OutboundRule { Name = "Canada", Country = "CA" }) with { Country = "CA" };
        Assert.Equal(CallType.Other, Allowed(fromCanada).CallType);
    }

    [Fact]
    public void The_caller_number_is_the_extensions_then_the_rules_then_the_default()
    {
        var rule = new OutboundRule { Name = "US", Country = "US", CallerId = "+12125550102" };
        var request = Request("+13105550123", rule) with { ExtensionNumber = "+12125550101" };
        Assert.Equal("+12125550101", Allowed(request).CallerId);
        Assert.Equal("+12125550102", Allowed(request with { ExtensionNumber = null }).CallerId);
        Assert.Equal("+12125550100", Allowed(request with { ExtensionNumber = null, Rules = [rule with { CallerId = null }] }).CallerId);
        Assert.Equal("+12125550102", Allowed(request with { ExtensionNumber = "+12125550199" }).CallerId);
        Assert.Equal(OutboundRefusals.NoCallerId, Refused(request with { OwnNumbers = new HashSet<string>() }));
        Assert.Null(Allowed(request with { Rules = [rule with { CallerId = null }] }).Trunk);
    }

    [Fact]
    public void A_short_code_is_dialled_as_it_is_by_a_rule_of_its_country()
    {
        Assert.Equal(("411", CallType.Other), (Allowed(Request("411")).Number, Allowed(Request("411")).CallType));
        Assert.Equal(OutboundRefusals.NoRule, Refused(Request("411", Acme[2])));
    }
}
