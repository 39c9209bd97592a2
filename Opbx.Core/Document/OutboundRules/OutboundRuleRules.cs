namespace Opbx.Core.Document.OutboundRules;

public static class OutboundRuleRules
{
    public static void Check(OutboundRule rule, string at, FieldErrors errors)
    {
        if (rule.Country is null && rule.Prefix is null) errors.Add(at, "Say for which country or for which first digits this rule holds.");
        if (rule.Prefix is { Length: > 0 } prefix && prefix[0] != '+' && rule.Country is null)
            errors.Add(at + "/prefix", "National digits need a country; or write the prefix with + and country code.");
    }
}
