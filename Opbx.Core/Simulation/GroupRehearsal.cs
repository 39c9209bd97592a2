using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Simulation;

/// <summary>Sends a call that nobody answers through a ring group, with the live router, to show who rings when.</summary>
public static class GroupRehearsal
{
    // Not a number that anybody can have.
    private const string Number = "+0";
    private const int MostStages = 1000;

    /// <summary>Its fallback, and whether it is active, are ignored.</summary>
    /// <param name="group">Stored or still being edited.</param>
    public static RehearsedGroup Run(PbxDocument document, RingGroup group, RoutingContext context)
    {
        var name = group.Name.Length > 0 ? group.Name : "new";
        var plan = DialPlan.Compile(document with {
            RingGroups = [group with { Name = name, Active = true, Fallback = new HangupDestination() }],
            PhoneNumbers =
                [.. document.PhoneNumbers, new PhoneNumber { Number = Number, Destination = new RingGroupDestination { Name = name } }],
            BlockedCallers = [],
        });
        var facts = new CallFacts { Token = "rehearsal", To = Number, Origin = CallOrigin.Outside };
        var result = CallRouter.Route(plan, facts, context);
        var (trace, leadIn, seconds) = (result.Trace, SpeechTime.For(result.Decision.Before), 0);
        var spans = new List<RingSpan>();
        for (var stage = 0; stage < MostStages && result.Decision.Ending is Ring { Next.Wait: Wait.Group } ring; stage++)
        {
            foreach (var key in ring.Targets.Select(target => KeyOf(group, target)))
                Extend(spans, new RingSpan(key, ring.Next.Turn, seconds, seconds + ring.Timeout));
            seconds += ring.Timeout;
            result = CallRouter.Resume(plan, ring.Next, facts with { CallStatus = "no-answer" }, context);
        }
        var rung = spans.Select(s => s.Member).ToHashSet(StringComparer.Ordinal);
        var silent = group.Members.Select(Key).Where(key => key.Length > 0 && !rung.Contains(key)).Distinct(StringComparer.Ordinal);
        return new RehearsedGroup(spans, [.. silent.Select(key => new SilentMember(key, WhyNot(document, group, key, trace)))], seconds,
            (int)Math.Ceiling(leadIn));
    }

    private static string Key(RingGroupMember member) => member.Extension ?? member.External ?? "";

    private static string KeyOf(RingGroup group, string target) =>
        group.Members.Select(Key).FirstOrDefault(key => key == target || key.TrimStart('+') == target.TrimStart('+')) ?? target;

    /// <summary>A phone that continues to ring in the next attempt has not stopped in between.</summary>
    private static void Extend(List<RingSpan> spans, RingSpan span)
    {
        var before = spans.FindIndex(s => s.Member == span.Member && s.Turn == span.Turn && s.To == span.From);
        if (before < 0) spans.Add(span);
        else spans[before] = spans[before] with { To = span.To };
    }

    private static string WhyNot(PbxDocument document, RingGroup group, string key, IReadOnlyList<TraceStep> trace)
    {
        if (group.Members.Any(m => m.External == key)) return Refusal(key, trace);
        return document.Extensions.FirstOrDefault(e => e.Number == key) switch {
            null => "The extension does not exist.",
            { Active: false } => "The extension is disabled.",
            UserExtension { DoNotDisturb: true } => "Do not disturb is on.",
            UserExtension => "The others use up the whole ring time.",
            _ => "Only people's extensions and outside numbers can be rung.",
        };
    }

    private static string Refusal(string number, IReadOnlyList<TraceStep> trace)
    {
        var reason = trace.FirstOrDefault(s => s.Node?.Name == number)?.Reason ?? "The number is not dialled.";
        var said = reason.IndexOf(": ", StringComparison.Ordinal);
        return said < 0 ? reason : reason[(said + 2)..];
    }
}
