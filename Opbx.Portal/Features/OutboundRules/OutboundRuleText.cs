using Opbx.Core.Document.OutboundRules;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.OutboundRules;

internal static class OutboundRuleText
{
    public static string Numbers(OutboundRule rule) => (rule.Country, rule.Prefix) switch {
        (null, null) => "No numbers yet",
        (null, { } prefix) => $"Numbers that begin with {prefix}",
        ( { } country, null) => $"All of {CountryOf(country)}",
        ( { } country, { } prefix) => $"{CountryOf(country)}, beginning with {prefix}",
    };

    public static string CountryOf(string code) => Regions.Countries.FirstOrDefault(c => c.Value == code)?.Text ?? code;
}
