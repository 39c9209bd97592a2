using FsCheck;
using FsCheck.Fluent;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Numbering;
using Opbx.Core.Routing.Outbound;

namespace Opbx.Tests.OutboundRules;

/// <summary>Compares the choice of a rule with a slow second one: it shortens the number digit by digit until a rule is spelled like what
/// is left.</summary>
public sealed class RuleChoicePropertyTests
{
    private static readonly string[] Numbers =
        ["+12125559876", "+12123339876", "+13105550123", "+16045550123", "+18005550199", "+441212345678", "+441214960000", "+442079460000",
            "+493012345678", "+4915123456789", "+33310203040"];

    private static readonly Dictionary<string, string> Codes = new() { ["US"] = "1", ["CA"] = "1", ["GB"] = "44", ["DE"] = "49" };

    private static readonly Gen<OutboundRule> Rule =
        from country in Gen.Elements<string?>(null, "US", "CA", "GB", "DE")
        from number in Gen.Elements(Numbers)
        from length in Gen.Choose(0, 8)
        from plus in Gen.Choose(0, 1)
        from active in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from name in Gen.Choose(1, 100_000)
        let code = country is null ? "1" : Codes[country]
        let prefix = length == 0 ? null : plus == 1 ? number[..(length + 1)] : number.StartsWith("+" + code, StringComparison.Ordinal)
            ? number.Substring(code.Length + 1, length) : number.Substring(1, length)
        select new OutboundRule { Name = $"r{name}", Country = country, Prefix = prefix, Active = active };

    private static readonly Gen<(DialledNumber Number, OutboundRule[] Rules)> Case =
        from number in Gen.Elements(Numbers)
        from count in Gen.Choose(0, 12)
        from rules in Rule.ArrayOf(count)
        select (NumberReader.Read(number, "US")!, rules);

    [Fact]
    public void The_choice_is_the_slow_choice()
    {
        var found = 0;
        Prop.ForAll(Case.ToArbitrary(), c =>
        {
            var choice = RuleChoice.For(c.Number, "US", c.Rules);
            if (choice is not null) found++;
            return choice == Slow(c.Number.Number, c.Rules);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
        Assert.True(found > 1000);
    }

    [Fact]
    public void The_order_of_rules_decides_only_between_equal_prefixes() =>
        Prop.ForAll(Case.ToArbitrary(), c =>
        {
            var one = RuleChoice.For(c.Number, "US", c.Rules);
            var other = RuleChoice.For(c.Number, "US", [.. c.Rules.Reverse()]);
            return (one is null) == (other is null) && (one is null || Spelled(one) == Spelled(other!));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static OutboundRule? Slow(string number, OutboundRule[] rules)
    {
        for (var length = number.Length; length >= 0; length--)
            foreach (var withCountry in new[] { true, false })
                foreach (var rule in rules.Where(r => r.Active && (r.Country is not null) == withCountry && Holds(r, number)))
                    if (Spelled(rule) == number[..length]) return rule;
        return null;
    }

    private static bool Holds(OutboundRule rule, string number) => rule.Country switch {
        null => true,
        "US" => number.StartsWith("+1", StringComparison.Ordinal) && number != "+16045550123",
        "CA" => number is "+16045550123" or "+18005550199",
        var country => number.StartsWith("+" + Codes[country], StringComparison.Ordinal),
    };

    private static string Spelled(OutboundRule rule)
    {
        if (rule.Prefix is null) return "";
        if (rule.Prefix[0] == '+') return rule.Prefix;
        var code = Codes[rule.Country ?? "US"];
        var trunk = code == "1" ? '1' : '0';
        return "+" + code + (rule.Prefix.Length > 1 && rule.Prefix[0] == trunk ? rule.Prefix[1..] : rule.Prefix);
    }
}
