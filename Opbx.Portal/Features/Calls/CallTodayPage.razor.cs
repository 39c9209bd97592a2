using Opbx.Core.Calls;
using Opbx.Core.Calls.Explaining;
using Opbx.Core.Calls.Log;
using Opbx.Core.Document.Simulation;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.Simulation;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Calls;

/// <summary>A call compared step by step with what would happen to it today.</summary>
public sealed partial class CallTodayPage
{
    private CallSummary? _call;
    private CallExplanation? _today;
    private Failure? _failure;
    private bool _then;

    [Parameter] public string Uuid { get; set; } = "";

    /// <summary>The time of the compared call: <c>then</c> for its own time, else now.</summary>
    [SupplyParameterFromQuery(Name = "at")] public string? At { get; set; }

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private CallDirectory Directory { get; set; } = default!;
    [Inject] private CallExplainer Explainer { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<Crumb> Above => [new("Call log", Paths.Calls), new("Call", Paths.Call(Uuid))];

    private string Verdict => _today switch {
        { Same: true } => "It would go exactly the same way.",
        { SameWay: true } => "It would go the same way, with other details.",
        _ => "It would go another way.",
    };

    private string Outcome => _call switch {
        { Disposition: Disposition.Answered, AnsweredBy: { } by } => $"{Session.WhoIs(by)} answered.",
        { Disposition: { } disposition } => $"{CallLogText.For(disposition)}.",
        _ => "it still goes on.",
    };

    private string SimulatorAddress
    {
        get
        {
            var request = _today!.Request;
            var at = request.At is { } time ? TimeZoneInfo.ConvertTime(time, Session.Zone).DateTime : (DateTime?)null;
            var call = new SimulatedCall(request.Direction == SimulationDirection.Internal, request.From, request.To, at, request.Script);
            return Navigation.GetUriWithQueryParameters(Navigation.ToAbsoluteUri(Paths.Simulator).ToString(), call.Parameters());
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _then = At == "then";
        var found = await Directory.GetAsync(Session.Actor, Session.PbxId, Uuid, CancellationToken.None);
        if (!found.Ok)
        {
            (_failure, _today) = (found.Failure, null);
            return;
        }
        _call = found.Value.Call;
        var result = Explainer.Explain(Session.Actor, Session.PbxId, found.Value, _then ? _call.StartedAt : null);
        (_today, _failure) = (result.Value, result.Failure);
    }

    private static string WordOf(Comparison comparison) => comparison switch {
        Comparison.Same => "Same",
        Comparison.Changed => "Changed",
        Comparison.Gone => "Then only",
        Comparison.New => "Today only",
    };

    private static string IconOf(Comparison comparison) => comparison switch {
        Comparison.Same => "check",
        Comparison.Changed => "change_circle",
        Comparison.Gone => "remove",
        Comparison.New => "add",
    };
}
