using System.Text.Json;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;
using static Opbx.Tests.Support.Data.Histories;

namespace Opbx.Tests.Calls;

/// <summary>Messages come late, twice, or in any order; the call's row depends on the set of them only.</summary>
public sealed class ArrivalOrderTests
{
    private const int Rounds = 3_000;

    [Fact]
    public void The_row_depends_on_the_set_of_facts_not_on_their_order()
    {
        var random = new Random(20260302);
        for (var round = 0; round < Rounds; round++)
        {
            var set = Drop(Story(random), random);
            var (expected, _) = Fold(set);
            var shuffled = Shuffle([.. set, .. set.Where(_ => random.Next(3) == 0)], random);
            var (call, told) = Fold(shuffled);
            Assert.True(Row(expected) == Row(call), $"round {round}:\n{Row(expected)}\n{Row(call)}");
            Assert.True(told.Count == told.Distinct().Count(), $"round {round}: told twice: {string.Join(' ', told)}");
            foreach (var sure in Sure(set, call))
                Assert.True(told.Contains(sure), $"round {round}: {sure} was not told, only {string.Join(' ', told)}");
        }
    }

    [Fact]
    public void Late_ringing_never_moves_a_call_back()
    {
        var (call, _) = Fold([Update("connected", 10), Update("ringing", 5)]);
        Assert.Equal(CallState.Connected, call.State);
    }

    [Fact]
    public void A_record_ends_the_call_for_good()
    {
        var (call, _) = Fold([Update("ringing", 1), Record("NOANSWER", 20, answered: false), Update("answer", 60)]);
        Assert.Equal((CallState.Ended, Disposition.Missed), (call.State, call.Disposition!.Value));
    }

    /// <summary>What must have been told after these facts, in whatever order they came.</summary>
    private static IEnumerable<string> Sure(IReadOnlyList<CallNews> set, Call call)
    {
        if (set.Any(n => n.Stage?.Direction == CallDirection.Inbound)) yield return "received";
        if (set.All(n => n.Stage is null) && set.Any(n => n.Record is not null))
        {
            yield return "received";
            yield return "answered";
        }
        if (set.Any(n => n.Record is not null) && call.SettlesAt is null) yield return "ended";
        if (call.Disposition == Disposition.Missed && call.SettlesAt is null) yield return "missed";
        if (call.VoicemailExtension is not null)
            yield return $"voicemail{set.First(n => n.Mailbox is not null || n.Stage?.Events.Any(m => m is MessageLeft) == true)
                switch { { Mailbox: { } place } => place.Stage, var left => left.Stage!.Number - 1 }}";
        if (call is { Direction: CallDirection.Inbound, AnsweredBy: not null }) yield return "answered";
        if (set.Any(n => n.Stage is { Direction: CallDirection.Outbound, Number: 1 })) yield return "placed";
        foreach (var stage in set.Select(n => n.Stage).OfType<StageRecord>())
        {
            for (var i = 0; i < stage.Events.Count; i++)
            {
                if (stage.Events[i] is MenuReached) yield return $"menu{stage.Number}.{i}";
                if (stage.Events[i] is OptionChosen) yield return $"option{stage.Number}.{i}";
            }
        }
    }

    /// <summary>A call as it may happen: perhaps a menu, some ringing, an end, its updates and its record.</summary>
    private static List<CallNews> Story(Random random)
    {
        var direction = (CallDirection)random.Next(3);
        var facts = new List<CallNews> { Update("new", 0), Update("processing", 1) };
        var number = 1;
        var second = 2;
        var events = new List<RoutingEvent>();
        if (direction == CallDirection.Outbound)
        {
            events.Add(new OutboundPlaced("1001", "+13105550199", null));
        }
        else if (random.Next(2) == 0)
        {
            facts.Add(Stage(number++, direction, new MenuReached("Main")));
            facts.Add(Update("answer", second++));
            events.Add(new OptionChosen("Main", "2", "Sales"));
        }
        for (var tries = random.Next(1, 4); tries > 0; tries--)
        {
            string[] phones = random.Next(2) == 0 ? ["1001"] : ["1001", "1002"];
            if (direction != CallDirection.Outbound) events.Add(Rings(phones));
            facts.Add(Stage(number++, direction, [.. events]));
            events.Clear();
            facts.Add(Update("ringing", second++, 201));
            if (random.Next(3) == 0)
            {
                facts.Add(Update("connected", second++, phones.Length == 1 ? 201 : 202));
                if (random.Next(2) == 0)
                    facts.Add(Stage(number, direction, new RingEnded(RingResult.Answered, phones.Length == 1 ? phones[0] : null)));
                return End(facts, "ANSWER", second, random);
            }
            events.Add(new RingEnded(random.Next(2) == 0 ? RingResult.NoAnswer : RingResult.Busy, null));
        }
        events.Add(random.Next(3) switch { 0 => new Spoken(), 1 => new ConferenceEntered("Board"), _ => new MessageOffered("1001") });
        facts.Add(Stage(number, direction, [.. events]));
        facts.Add(Update("answer", second++, 201));
        if (events[^1] is ConferenceEntered) facts.Add(Update("connected", second++, 201));
        if (events[^1] is MessageOffered)
        {
            if (random.Next(2) == 0) facts.Add(Recorded(second++, random.Next(3) == 0 ? "absent" : "completed", mailbox: number));
            else facts.Add(Stage(++number, direction, new MessageLeft("1001", "https://media.cloudonix.io/r1.mp3", 7)));
            if (random.Next(3) == 0) facts.Add(Settled(second + 40));
        }
        return End(facts, "ANSWER", second, random);
    }

    private static List<CallNews> End(List<CallNews> facts, string disposition, int second, Random random)
    {
        facts.Add(Update("answer", second + 30, 201, ended: true));
        facts.Add(Record(disposition, second + 31));
        if (random.Next(4) == 0) facts.Add(Record(disposition, second + 32));
        return facts;
    }

    private static List<CallNews> Drop(List<CallNews> facts, Random random) =>
        [.. facts.Where(_ => random.Next(12) != 0).DefaultIfEmpty(facts[0])];

    private static CallNews[] Shuffle(CallNews[] facts, Random random)
    {
        random.Shuffle(facts);
        return facts;
    }

    private static string Row(Call call)
    {
        var told = call.Told;
        call.Told = "";
        var row = JsonSerializer.Serialize(call);
        call.Told = told;
        return row;
    }
}
