using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Routing.Commands;

namespace Opbx.Core.Routing.Steps;

/// <summary>The day/night code: closes all schedules (opens them when all are closed); removes the overrides when all have one.</summary>
internal static class DayNightStep
{
    public static Move Enter(Walk walk, string caller)
    {
        var schedules = walk.Plan.Hours.Values.Where(h => h.Schedule.Active).ToList();
        if (schedules.Count == 0)
        {
            walk.Explain("featureCode", null, null, "noHours", "This PBX has no business hours that could be switched.");
            return walk.SayGoodbye(Sentences.NoHours);
        }
        var now = schedules.ConvertAll(h => h.At(walk.Context.Now));
        var byHand = now.TrueForAll(v => v.Cause == HoursCause.Override);
        HoursState? wanted = byHand ? null : now.Exists(v => v.IsOpen) ? HoursState.Closed : HoursState.Open;
        walk.Command(new SwitchHours(wanted, walk.Facts.To.Trim(), caller));
        var (code, reason, sentence) = wanted switch {
            HoursState.Closed => ("closedByCode", $"Extension {caller} closes all business hours by hand.", Sentences.NowClosed),
            HoursState.Open => ("openedByCode", $"Extension {caller} opens all business hours by hand.", Sentences.NowOpen),
            null => ("hoursByCode", $"Extension {caller} gives the word back to the business hours.", Normal(schedules, walk.Context.Now)),
        };
        walk.Explain("featureCode", null, null, code, reason);
        return walk.SayGoodbye(sentence);
    }

    private static string Normal(List<CompiledHours> schedules, DateTimeOffset now)
    {
        var open = schedules.Count(h => h.ByTheClock(now).IsOpen);
        return open == schedules.Count ? Sentences.HoursAgainOpen : open == 0 ? Sentences.HoursAgainClosed : Sentences.HoursAgain;
    }
}
