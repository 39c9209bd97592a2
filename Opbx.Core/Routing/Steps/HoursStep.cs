namespace Opbx.Core.Routing.Steps;

internal static class HoursStep
{
    public static Move Enter(Walk walk, string name)
    {
        if (walk.Plan.Hours.GetValueOrDefault(name) is not { } hours) return Destinations.Gone(walk, "businessHours", name);
        walk.Reach(name);
        var verdict = hours.At(walk.Context.Now);
        walk.Explain("businessHours", "businessHours", name, verdict.Code, verdict.Sentence);
        walk.Play(verdict.Prompt);
        return new Move.Onward(verdict.Destination);
    }
}
