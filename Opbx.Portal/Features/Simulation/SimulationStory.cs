using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;

namespace Opbx.Portal.Features.Simulation;

/// <summary>A simulated call as lines, its open point, and what happens if nobody does anything then.</summary>
/// <param name="Lines">What happened up to the open point, or to the end.</param>
/// <param name="Open">The first point at which the call waits and the script has nothing; null when there is none.</param>
/// <param name="Otherwise">What happens if nobody does anything.</param>
internal sealed record SimulationStory(IReadOnlyList<StoryLine> Lines, SimulationWait? Open, IReadOnlyList<StoryLine> Otherwise)
{
    public static SimulationStory From(SimulationResult result, IReadOnlyList<ScriptItem> script, PbxDocument document)
    {
        var open = result.Waits.FirstOrDefault(w => w.Item is null);
        var lines = new List<StoryLine>();
        var otherwise = new List<StoryLine>();
        var (told, target) = (0, lines);
        foreach (var wait in result.Waits)
        {
            target.AddRange(result.Steps.Take(wait.Steps).Skip(told).Select(StoryLine.From));
            told = wait.Steps;
            if (wait.Item is { } item) target.Add(StoryLine.From(wait, script[item], item, document));
            if (wait == open) target = otherwise;
        }
        target.AddRange(result.Steps.Skip(told).Select(StoryLine.From));
        return new SimulationStory(lines, open, otherwise);
    }
}
