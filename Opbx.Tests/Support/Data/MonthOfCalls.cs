using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Document;
using Opbx.Core.Persistence;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Support.Data;

/// <summary>The calls of a month at a small company: busy mornings, quiet weekends, some callers who reach nobody.</summary>
internal static class MonthOfCalls
{
    private const int Days = 30;
    private const string Line = "+12125550100";

    /// <summary>Stores them; the same ones every time, counted back from now.</summary>
    public static async Task StoreAsync(IServiceProvider services, PbxSnapshot pbx)
    {
        var dice = new SeededDice(7);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = services.GetRequiredService<Database>().OpenFor(pbx.OrganizationId);
        for (var day = 1; day <= Days; day++)
        {
            var date = now.Date.AddDays(-day);
            var calls = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 2 : 9 + dice.Below(8);
            for (var i = 0; i < calls; i++)
                Add(db, pbx, dice, new DateTimeOffset(date.AddHours(13 + dice.Below(9)).AddMinutes(dice.Below(60)), TimeSpan.Zero),
                    $"{day:x8}{i:x24}");
        }
        await db.SaveChangesAsync();
    }

    private static void Add(OpbxDbContext db, PbxSnapshot pbx, SeededDice dice, DateTimeOffset start, string token)
    {
        var fate = dice.Below(10);
        var (disposition, wait, talk) = fate switch {
            < 6 => (Disposition.Answered, 3 + dice.Below(30), 20 + dice.Below(500)),
            6 => (Disposition.Voicemail, 0, 14 + dice.Below(40)),
            7 => (Disposition.Canceled, 0, 0),
            _ => (Disposition.Missed, 0, 4),
        };
        var by = disposition == Disposition.Answered ? $"{1001 + dice.Below(2)}" : null;
        var caller = $"+1202555{1000 + dice.Below(60):0000}";
        var end = start.AddSeconds(wait + talk + 20);
        var call = new Call {
            Id = Guid.NewGuid(),
            OrganizationId = pbx.OrganizationId,
            PbxId = pbx.PbxId,
            Token = token,
            Direction = CallDirection.Inbound,
            From = caller,
            To = Line,
            FromDigits = caller[1..],
            ToDigits = Line[1..],
            CallerName = dice.Below(3) == 0 ? "Maximiliane Featherstonehaugh-Winterbottom" : null,
            PhoneNumber = Line,
            AnsweredBy = by,
            Extensions = "|1001|1002|",
            Groups = "|Front desk|",
            WaitSeconds =
                disposition switch { Disposition.Answered => wait, Disposition.Voicemail => null, _ => (int)(end - start).TotalSeconds },
            State = CallState.Ended,
            Disposition = disposition,
            StartedAt = start,
            AnsweredAt = by is null ? null : start.AddSeconds(wait),
            EndedAt = end,
            Duration = (int)(end - start).TotalSeconds,
            BillableSeconds = talk,
            VoicemailExtension = disposition == Disposition.Voicemail ? "1001" : null,
            Path = $"""["{Line}","Front desk"]""",
            LastNewsAt = end,
        };
        CallSortKey.Update(call);
        db.Calls.Add(call);
        db.CallStages.Add(
            new CallStage {
                Id = Guid.NewGuid(), OrganizationId = pbx.OrganizationId, CallId = call.Id, Number = 1, At = start,
                Trace = DocumentJson.Write(Trace(fate)), Cxml = "<Response><Hangup/></Response>"
            });
    }

    private static List<TraceStep> Trace(int fate)
    {
        var group = new TraceNode("ringGroup", "Front desk");
        List<TraceStep> steps =
        [
            new("phoneNumber", new TraceNode("phoneNumber", Line), "numberFound", "Main line was called."),
            new("ring", group, "ring", "1001, 1002 of the ring group Front desk ring for 20 seconds."),
        ];
        if (fate == 8)
            steps.Add(new("ringGroup", group, "turnsUsed", "Nobody of the ring group Front desk answered, so its fallback takes over."));
        if (fate == 9)
            steps.AddRange(
                [new("extension", new TraceNode("extension", "1003"), "doNotDisturb", "Carla does not want to be disturbed."),
                    new("extension", new TraceNode("extension", "1003"), "busy", "Carla is busy.")]);
        return steps;
    }

    /// <summary>Numbers that are the same in every run.</summary>
    private sealed class SeededDice(uint seed)
    {
        private uint _state = seed;

        public int Below(int end)
        {
            _state = unchecked(_state * 1664525 + 1013904223);
            return (int)((_state >> 16) % (uint)end);
        }
    }
}
