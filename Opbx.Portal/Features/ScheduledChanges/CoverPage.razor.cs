using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Users.SelfService;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.ScheduledChanges;

/// <summary>Somebody covers a person's calls for a time: one's own, or those of an extension.</summary>
public sealed partial class CoverPage
{
    private CoverInput _empty = new("", null, null, null, Groups: true);
    private CoverInput _input = new("", null, null, null, Groups: true);
    private UserExtension? _extension;
    private IReadOnlyList<UserExtension> _people = [];
    private IReadOnlyList<ScheduledChange> _covers = [];
    private Failure? _failure;
    private bool _busy;

    /// <summary>The extension; one's own when absent.</summary>
    [Parameter] public string? Number { get; set; }

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private CoverEditor Editor { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    private bool Own => Number is null || Number == Session.OwnNumber;

    private string Title => Own ? "Cover for me" : $"Cover for {(_extension is { } person ? person.Name : Number)}";

    private string Back => Number is { } number ? Paths.Extension(number) : Paths.Account;

    private Crumb[] Crumbs => Number is { } number ? [new Crumb("Extensions", Paths.Extensions), new Crumb(number, Paths.Extension(number))]
        : [new Crumb("Your account", Paths.Account)];

    private IReadOnlyList<Choice<string>> People =>
        [new Choice<string>("", "Choose ..."), .. _people.Select(p => new Choice<string>(p.Number, $"{p.Number} {p.Name}"))];

    private string GroupsLabel => Own ? "Also in ring groups" : "Also in the ring groups of the person";

    private string GroupsHelp => Session.Snapshot.Document.RingGroups.Where(g => g.Members.Any(m => m.Extension == _extension!.Number))
        .Select(g => g.Name).ToList() is { Count: > 0 } groups
        ? $"They ring in place of {(Own ? "you" : "the person")} in: {string.Join(", ", groups)}."
        : Own ? "You are in none now." : "The person is in none now.";

    protected override async Task OnParametersSetAsync()
    {
        var number = Number ?? Session.OwnNumber ?? "";
        var may = await Editor.MayAsync(Session.Actor, Session.PbxId, number, CancellationToken.None);
        _extension = may ? Session.Snapshot.Document.Extensions.OfType<UserExtension>().FirstOrDefault(e => e.Number == number) : null;
        if (_extension is null) return;
        if (_input.Number != number) _input = _empty = new CoverInput(number, null, null, null, Groups: true);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _people = await Editor.CandidatesAsync(Session.Actor, Session.PbxId, _input.Number, CancellationToken.None);
        _covers = await Editor.FindAsync(Session.Actor, Session.PbxId, _input.Number, CancellationToken.None);
    }

    private async Task CoverAsync()
    {
        var planned = await Editor.CoverAsync(Session.Actor, Session.PbxId, _input, CancellationToken.None);
        _failure = planned.Failure;
        if (!planned.Ok) return;
        _input = _empty;
        Toasts.Done($"{planned.Value.Title}.");
        await LoadAsync();
    }

    private async Task EndAsync(ScheduledChange cover)
    {
        _busy = true;
        var ended = await Editor.EndAsync(Session.Actor, Session.PbxId, _input.Number, cover.Id, CancellationToken.None);
        _busy = false;
        if (ended.Ok) Toasts.Done(cover.State == ScheduledChangeState.Active ? "Calls come here again." : "It was taken back.");
        else Toasts.Failed(ended.Failure.Message);
        await LoadAsync();
    }
}
