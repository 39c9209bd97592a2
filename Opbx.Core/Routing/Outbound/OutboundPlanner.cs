using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Numbering;

namespace Opbx.Core.Routing.Outbound;

/// <summary>Decides whether and how an outside number is dialled. Pure.</summary>
public static class OutboundPlanner
{
    /// <summary>Checks in this order: emergency, the number itself, the call type, the rule, the caller number.</summary>
    public static OutboundDecision Decide(OutboundRequest request)
    {
        if (NumberingPlan.IsEmergency(request.Dialled, request.Country)) return Emergency(request);
        if (NumberReader.Read(request.Dialled, request.Country) is not { } number)
            return NumberingPlan.LacksAreaCode(request.Dialled, request.Country) ? OutboundRefusals.WithoutAreaCode()
                : OutboundRefusals.Invalid();

        var rule = RuleChoice.For(number, request.Country, request.Rules);
        var callerId = CallerId(request, rule);
        var type = CallTypes.Classify(number, request.Country, callerId);
        if (request.EnabledCalls is { } enabled && !enabled.Contains(type)) return OutboundRefusals.Disabled(type, enabled.Count > 0);
        if (rule is null) return OutboundRefusals.WithoutRule();
        if (callerId is null) return OutboundRefusals.WithoutCallerId();
        return new OutboundDecision.Allowed(number.Number, rule.Trunk, callerId, type, rule.Name);
    }

    private static OutboundDecision.Allowed Emergency(OutboundRequest request)
    {
        var rule = RuleChoice.ForEmergency(request.Dialled, request.Country, request.Rules);
        return new(request.Dialled, rule?.Trunk, CallerId(request, rule), null, rule?.Name);
    }

    /// <summary>The extension's number, then the rule's, then the PBX's: the first that is an active number of the PBX.</summary>
    private static string? CallerId(OutboundRequest request, OutboundRule? rule)
    {
        foreach (var candidate in (string?[])[request.ExtensionNumber, rule?.CallerId, request.DefaultCallerId])
            if (candidate is not null && request.OwnNumbers.Contains(candidate)) return candidate;
        return null;
    }
}
