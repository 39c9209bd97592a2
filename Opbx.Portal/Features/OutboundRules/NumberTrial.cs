using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Numbering;
using Opbx.Core.Routing.Outbound;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.OutboundRules;

/// <summary>What happens when an extension dials a number, and why.</summary>
/// <param name="Tone">Good when the call is placed, else a warning.</param>
internal sealed record NumberTrial(Tone Tone, string Title, IReadOnlyList<string> Reasons)
{
    /// <summary>Uses the same planner as live calls.</summary>
    public static NumberTrial Run(PbxDocument document, UserExtension caller, string dialled)
    {
        if (document.Extensions.FirstOrDefault(e => e.Number == dialled) is { } inside)
            return new NumberTrial(Tone.Info, $"{inside.Number} {inside.Name} rings",
                ["This is an extension of yours. No outbound rule is needed."]);
        var decision = OutboundPlanner.Decide(Request(document, caller, dialled));
        var number = NumberReader.Read(dialled, document.Pbx.Country);
        return decision switch {
            OutboundDecision.Allowed allowed =>
                new NumberTrial(Tone.Good, "The call goes out", [.. Facts(number, allowed.CallType), .. Way(allowed, caller, document)]),
            OutboundDecision.Refused refused =>
                new NumberTrial(Tone.Warning, "The call is refused",
                    [.. Facts(number, null), $"The caller hears: \"{refused.Sentence}\"", Remedy(refused.Code, caller)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static OutboundRequest Request(PbxDocument document, UserExtension caller, string dialled) => new() {
        Dialled = dialled,
        Country = document.Pbx.Country,
        Rules = document.OutboundRules,
        EnabledCalls = caller.EnabledCalls,
        ExtensionNumber = caller.OutboundNumber,
        DefaultCallerId = document.Pbx.DefaultCallerId,
        OwnNumbers = document.PhoneNumbers.Where(n => n.Active).Select(n => n.Number).ToHashSet(StringComparer.Ordinal),
    };

    private static IEnumerable<string> Facts(DialledNumber? number, CallType? type)
    {
        if (number is null) yield break;
        var place = number.Region == NumberingPlan.Worldwide ? "no single country" : OutboundRuleText.CountryOf(number.Region);
        yield return type is { } known ? $"{number.Number} belongs to {place}. Kind of call: {DisplayNames.For(known).ToLowerInvariant()}."
            : $"{number.Number} belongs to {place}.";
    }

    private static IEnumerable<string> Way(OutboundDecision.Allowed allowed, UserExtension caller, PbxDocument document)
    {
        if (allowed.IsEmergency) yield return "This is an emergency number. It can always be called, from every extension.";
        if (allowed.Rule is { } rule) yield return $"Rule: {rule}.";
        yield return allowed.Trunk is { } trunk ? $"Trunk: {trunk}." : "Cloudonix chooses the trunk.";
        yield return allowed.CallerId is { } id
            ? $"Others see {NumberText.Readable(id, document.Pbx.Country)}"
                + (id == caller.OutboundNumber ? $", the number of {caller.Name}." : ".")
            : "There is no number of yours to show.";
    }

    private static string Remedy(string code, UserExtension caller) => code switch {
        OutboundRefusals.NoRule => "No active rule covers this number. Create one, or give a rule a shorter beginning.",
        OutboundRefusals.NoCallerId => "Give the extension, the rule or the phone system an active number of yours to show.",
        OutboundRefusals.CallTypeDisabled or OutboundRefusals.OutsideCallsDisabled =>
            $"Allow this kind of call at the extension {caller.Number} {caller.Name}.",
        OutboundRefusals.AreaCodeMissing => "Dial the area code, too.",
        _ => "Check the digits. Foreign numbers begin with + or the usual digits for calls abroad.",
    };
}
