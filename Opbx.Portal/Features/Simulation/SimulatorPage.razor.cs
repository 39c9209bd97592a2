using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.Simulation;

/// <summary>Simulates a call step by step. Its parameters are in the address, so that it can be shared and revisited.</summary>
public sealed partial class SimulatorPage
{
    private SimulatedCall? _call;
    private SimulationResult? _result;
    private SimulationStory? _story;
    private Failure? _failure;

    /// <summary>Whether an extension calls; otherwise somebody outside.</summary>
    [SupplyParameterFromQuery(Name = "inside")] public string? Inside { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] public string? To { get; set; }

    /// <summary>Date and time in the phone system's zone; now when absent.</summary>
    [SupplyParameterFromQuery(Name = "at")] public string? At { get; set; }

    [SupplyParameterFromQuery(Name = "do")] public string? Script { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private SimulationRunner Desk { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private PbxDocument Document => Session.Snapshot.Document;

    private string When => _call?.At is { } at
        ? $"{at.ToString("dddd, MMMM d yyyy, HH:mm", CultureInfo.GetCultureInfo("en-US"))} ({Session.Zone.Id})."
        : $"Now ({Session.Zone.Id}).";

    protected override void OnParametersSet()
    {
        if (Document.PhoneNumbers.Count == 0 && Document.Extensions.Count == 0) return;
        _call = SimulatedCall.Read(new SimulatorAddress(Inside == "true", From, To, At, Script), Document);
        var result = Desk.Run(Session.Actor, Session.PbxId, _call.Request(Session.Zone));
        (_result, _failure) = (result.Value, result.Failure);
        _story = result.Ok ? SimulationStory.From(result.Value, _call.Script, Document) : null;
    }

    private string AddressOf(SimulatedCall call) => Navigation.GetUriWithQueryParameters(call.Parameters());

    private string Done(ScriptItem next) =>
        AddressOf(_call! with { Script = [.. _call.Script.Take(_result!.Waits.Count(w => w.Item is not null)), next] });

    private string Undone(int item) => AddressOf(_call! with { Script = [.. _call.Script.Take(item)] });

    private void Show(SimulatedCall call) => Navigation.NavigateTo(AddressOf(call), replace: true);

    private IvrMenu? MenuAt(SimulationWait wait) =>
        wait.Kind == SimulationWaitKind.Keys && wait.Steps > 0 && _result!.Steps[wait.Steps - 1].Node is { Type: "ivr", Name: var name }
            ? Document.IvrMenus.FirstOrDefault(m => m.Name == name) : null;
}
