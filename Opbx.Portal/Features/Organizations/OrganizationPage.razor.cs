using Opbx.Core.Organizations;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Organizations;

public sealed partial class OrganizationPage
{
    private static readonly Crumb List = new("Organizations", Paths.Organizations);
    private FormPage? _form;
    private OrganizationItem? _item;
    private OrganizationChange _edit = new();
    private Failure? _failure;
    private string? _typed;
    private bool _gone;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private OrganizationDirectory Directory { get; set; } = default!;
    [Inject] private OrganizationEditor Editor { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    private static int Days => (int)OrganizationEditor.Grace.TotalDays;
    private bool IsOwn => Id == Session.Actor.OrganizationId;

    private IReadOnlyList<Choice<string>> Zones =>
        _item is { } item && Regions.TimeZones.All(z => z.Value != item.TimeZone)
            ? [.. Regions.TimeZones, new Choice<string>(item.TimeZone, item.TimeZone)] : Regions.TimeZones;

    protected override async Task OnParametersSetAsync()
    {
        if (_item?.Id == Id) return;
        var found = await Directory.GetAsync(Session.Actor, Id, CancellationToken.None);
        _gone = !found.Ok;
        if (found.Ok) Show(found.Value);
    }

    private static OrganizationChange Stored(OrganizationItem item) => new(item.Name, item.TimeZone);

    private static string Counted(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private void Show(OrganizationItem item) => (_item, _edit, _typed) = (item, Stored(item), null);

    private async Task SaveAsync()
    {
        var saved = await Editor.ChangeAsync(Session.Actor, Id, _edit, CancellationToken.None);
        _failure = saved.Failure;
        if (!saved.Ok) return;
        Show(saved.Value);
        Toasts.Done("Saved.");
    }

    private async Task SuspendAsync()
    {
        var question =
            new ConfirmQuestion(
                $"Suspend {_item!.Name}?",
                "Its people are signed out now, its API keys stop, and callers hear that the number is not in service, until you put it " +
                    "into service again.", "Suspend");
        if (await Confirm.AskAsync(question))
            await DoAsync(() => Editor.ChangeAsync(Session.Actor, Id, new OrganizationChange(Active: false), CancellationToken.None),
                item => $"{item.Name} is suspended.");
    }

    private Task ResumeAsync() =>
        DoAsync(() => Editor.ChangeAsync(Session.Actor, Id, new OrganizationChange(Active: true), CancellationToken.None),
            item => $"{item.Name} is in service again.");

    private Task DeleteAsync() =>
        DoAsync(() => Editor.DeleteAsync(Session.Actor, Id, CancellationToken.None),
            item => $"{item.Name} is out of service and will be removed.");

    private async Task DoAsync(Func<Task<Result<OrganizationItem>>> action, Func<OrganizationItem, string> done)
    {
        _busy = true;
        var result = await action();
        _busy = false;
        if (result.Ok) Show(result.Value);
        if (result.Ok) Toasts.Done(done(result.Value));
        else Toasts.Failed(result.Failure.Message);
    }
}
