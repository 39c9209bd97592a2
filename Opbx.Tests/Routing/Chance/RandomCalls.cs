using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;

namespace Opbx.Tests.Routing.Chance;

/// <summary>Calls in which everybody does anything: strange callers, lost and forged states, phones that do not exist any more, requests
/// nobody sends.</summary>
internal sealed class RandomCalls(Random chance, IReadOnlyList<DialPlan> plans)
{
    /// <summary>More requests than any call can have that ends: hops times turns times members.</summary>
    private const int Endless = 20_000;

    private static readonly byte[] Key = new byte[32];
    private static readonly string[] Statuses =
        ["busy", "no-answer", "no-answer", "failed", "canceled", "completed", "answered", "in-progress", "queued", "NoAnswer", "", "\ud800",
            "something new"];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Plays one call to its end.</summary>
    /// <returns>How many requests it had.</returns>
    public int Play()
    {
        var (plan, now, facts) = (RandomTexts.Pick(chance, plans), Start.AddMinutes(chance.Next(7 * 24 * 60)), Facts());
        var lines = new TestLines();
        foreach (var person in RandomDocuments.People.Where(_ => chance.Next(5) == 0)) lines.Busy.Add(person);
        if (chance.Next(4) == 0)
            lines.Ringing =
                new RingingCall("ringing", 2, CallDirection.Inbound, RandomTexts.Any(chance), "+12125550100", null, null, ["1001"]);
        var mailboxes = new RandomMailboxes(chance);
        RoutingContext Context() => new(now, new SeededDice(chance.Next()), lines) { Mailboxes = mailboxes };
        var result = CallRouter.Route(plan, facts, Context());
        for (var requests = 1; ; requests++)
        {
            var written = Check(result.Decision);
            if (result.Commands.Count > 1 || result.Trace.Count == 0)
                throw new InvalidOperationException("A decision without reasons, or with several orders.");
            if (written is null) return requests;
            if (requests > Endless) throw new InvalidOperationException("This call never ends.");
            // Now and then the configuration changes during the call.
            if (chance.Next(20) == 0) plan = RandomTexts.Pick(chance, plans);
            if (chance.Next(200) == 0) lines.Elsewhere = new PickedUpCall(chance.Next(2) == 0 ? "pickup-x" : null, 5);
            now = now.AddSeconds(chance.Next(300) == 0 ? 50_000 : chance.Next(60));
            result = CallRouter.Resume(plan, Read(written), Heard(facts), Context());
        }
    }

    /// <summary>The state that the document carries, or null when the call ends with it.</summary>
    private static string? Check(RouteDecision decision)
    {
        string? written = null;
        string Address(RouterState state) => "https://pbx.example/voice?opbx=" + (written = StateCodec.Write(state, Key));
        var document = CxmlWriter.Write(DecisionRenderer.Render(decision, new DocumentAddresses(Address, Address)));
        return CxmlContract.Fault(document) is { } fault ? throw new InvalidOperationException($"{fault} in {document}")
            : decision.Ending is EnterConference { IsLast: true } ? null : written;
    }

    private RouterState? Read(string written) => StateCodec.Read(chance.Next(200) == 0 ? written[..^3] + "AAA" : written, [Key]);

    private CallFacts Facts() => new() {
        Token = chance.Next(20) == 0 ? RandomTexts.Any(chance) : "0123456789abcdef0123456789abcdef",
        From = chance.Next(3) == 0 ? RandomTexts.Any(chance) : RandomTexts.Pick(chance, RandomDocuments.People),
        To = chance.Next(6) switch {
            0 => RandomTexts.Any(chance),
            1 => RandomTexts.Pick(chance, RandomDocuments.People),
            2 => RandomTexts.Pick(chance, Specials),
            _ => RandomTexts.Pick(chance, RandomDocuments.Own)
        },
        Origin = chance.Next(3) == 0 ? CallOrigin.Phone : CallOrigin.Outside,
        CallerName = chance.Next(2) == 0 ? RandomTexts.Any(chance) : null,
        CallStatus = "in-progress",
    };

    private static readonly string[] Specials =
        ["*28", "*97", "#1", "**1001", "*21001", "600", "700", "800", "900", "950", "951", "911", "+12025550188", "2025550188"];

    private CallFacts Heard(CallFacts facts) => (chance.Next(100) == 0 ? Facts() : facts) with {
        CallStatus = chance.Next(30) == 0 ? null : RandomTexts.Pick(chance, Statuses),
        Digits = chance.Next(4) switch { 0 => null, 1 => RandomTexts.Any(chance), _ => RandomTexts.Pick(chance, Keys) },
        RecordingUrl = chance.Next(2) == 0 ? RandomTexts.Any(chance) : null,
        RecordingDuration = chance.Next(2) == 0 ? chance.Next(100) : null,
    };

    private static readonly string[] Keys = ["", "1", "2", "0", "*", "12", "42#", "99", "1001", "600"];
}
