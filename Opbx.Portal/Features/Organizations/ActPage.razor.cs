using Opbx.Core.Organizations;
using Opbx.Core.Organizations.Acting;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Organizations;

/// <summary>Asks for the reason and begins to act as an organization. A plain page, because it sets a cookie.</summary>
public sealed partial class ActPage
{
    private readonly FormContext _context = new();
    private Actor _actor = default!;
    private OrganizationItem? _item;
    private Failure? _failure;

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm(FormName = "act")] private ActForm Form { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private CurrentActor Current { get; set; } = default!;
    [Inject] private OrganizationDirectory Directory { get; set; } = default!;
    [Inject] private ActingFlow Flow { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private static int Minutes => (int)ActingEditor.Longest.TotalMinutes;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ActForm();
        _actor = await Current.GetAsync();
        _item = (await Directory.GetAsync(_actor, Id, Context.RequestAborted)).Value;
        if (_item is null) Context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task BeginAsync()
    {
        var begun = await Flow.BeginAsync(Context, _actor, Id, Form.Reason, Context.RequestAborted);
        _failure = begun.Failure;
        _context.Show(begun.Failure?.Errors);
        if (begun.Ok) Navigation.NavigateTo(Paths.Home);
    }

    internal sealed class ActForm
    {
        public string? Reason { get; set; }
    }
}
