using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Numbering;

namespace Opbx.Core.Routing.Outbound;

/// <summary>The longest matching prefix wins, in any order.</summary>
public static class RuleChoice
{
    /// <summary>Null when no rule matches. Of equally long prefixes the one with a country wins, then the first.</summary>
    public static OutboundRule? For(DialledNumber number, string country, IReadOnlyList<OutboundRule> rules)
    {
        OutboundRule? best = null;
        var bestRank = -1;
        foreach (var rule in rules)
            if (rule.Active && Rank(rule, number, country) is { } rank && rank > bestRank)
                (best, bestRank) = (rule, rank);
        return best;
    }

    /// <summary>Emergency numbers need no rule; one of the country for all numbers, or for these digits, is used if there is one.</summary>
    public static OutboundRule? ForEmergency(string digits, string country, IReadOnlyList<OutboundRule> rules) =>
        For(new(digits, country, NumberKind.Other, null), country, rules);

    /// <summary>Twice the prefix's length, plus one for a country; null when the rule does not match.</summary>
    private static int? Rank(OutboundRule rule, DialledNumber number, string country)
    {
        if (rule.Country is { } only && number.Region != only && (number.IsShortCode || !NumberingPlan.BelongsTo(number.Number, only)))
            return null;
        var named = rule.Country is null ? 0 : 1;
        if (string.IsNullOrEmpty(rule.Prefix)) return named;
        // Short codes are dialled within their country only, so they are compared with national digits.
        var prefix = number.IsShortCode ? rule.Prefix : NumberingPlan.InternationalPrefix(rule.Prefix, rule.Country ?? country);
        return prefix is not null && number.Number.StartsWith(prefix, StringComparison.Ordinal) ? 2 * prefix.Length + named : null;
    }
}
