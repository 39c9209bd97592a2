using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Simulation;

/// <param name="At">Seconds since the call began.</param>
/// <param name="Cxml">The document that the platform would get.</param>
/// <param name="Item">Index in the script, when a person did it.</param>
public sealed record StoryLine(int At, string Sentence, string Icon, Tone Tone, string? Cxml, int? Item)
{
    public static StoryLine From(SimulationStep step) =>
        new(step.At, step.Reason, SimulationText.IconOf(step.Node?.Type), Tone.Info, step.Cxml, null);

    public static StoryLine From(SimulationWait wait, ScriptItem done, int item, PbxDocument document) =>
        new(done.Answer is null ? wait.Until : wait.At + (int)SimulatedPeople.ToAnswer, SimulationText.For(done, wait, document),
            SimulationText.IconOf(done), done.Answer is null ? Tone.Neutral : Tone.Good, null, item);
}
