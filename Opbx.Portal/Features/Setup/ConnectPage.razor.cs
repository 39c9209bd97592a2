using Opbx.Core.Cloudonix;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Setup;

/// <summary>The second page of the set-up: the sandbox, or a domain at Cloudonix. Repeatable; no input is lost.</summary>
public sealed partial class ConnectPage
{
    private readonly FormContext _context = new();
    private PortalSession? _session;
    private SandboxPairing? _made;
    private PairingReport? _report;
    private Failure? _failure;
    private string? _domain;
    private string? _apiKey;
    private bool _sandbox;
    private bool _busy;

    [CascadingParameter] private BrowserChoices Choices { get; set; } = default!;
    [Inject] private CurrentActor Current { get; set; } = default!;
    [Inject] private ConfigurationStore Store { get; set; } = default!;
    [Inject] private PairingEditor Pairing { get; set; } = default!;
    [Inject] private SandboxSwitch Sandbox { get; set; } = default!;
    [Inject] private SandboxDomains Domains { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _sandbox = Sandbox.IsOn;
        _session = PortalSession.Open(await Current.GetAsync(), Choices.PbxId, Store);
        if (_session is null) Navigation.NavigateTo(Paths.Home);
    }

    private static string Sentence(PairingStep step) => step.Name switch {
        "Voice application" => "Calls are sent to this portal",
        "Default application" => "Calls to new numbers are sent here, too",
        "Settings of the domain" => "The progress and the end of every call are told to this portal",
        "Subscribers" => "Your extensions are being copied in the background",
        _ => $"{step.Name}: {step.Result}",
    };

    private async Task ConnectAsync()
    {
        if (_busy || _session is null) return;
        (_busy, _failure) = (true, null);
        StateHasChanged();
        try
        {
            var result = await PairAsync(_session);
            (_report, _failure) = (result.Value, result.Failure);
            _context.Show(result.Failure?.Errors);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<Result<PairingReport>> PairAsync(PortalSession session)
    {
        if (!_sandbox)
            return await Pairing.PairAsync(session.Actor, session.PbxId, _domain
                ?? "", new Secret(_apiKey ?? ""), isSandbox: false, CancellationToken.None);
        _made ??= await Domains.CreateAsync(session.PbxName);
        return await Pairing.PairAsync(session.Actor, session.PbxId, _made.Domain, new Secret(_made.ApiKey), isSandbox: true,
            CancellationToken.None);
    }
}
