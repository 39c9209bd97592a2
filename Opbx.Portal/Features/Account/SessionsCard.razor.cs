using Microsoft.AspNetCore.Components.Authorization;
using Opbx.Core.Users.Sessions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

public sealed partial class SessionsCard
{
    private IReadOnlyList<SessionItem> _sessions = [];
    private Guid? _present;

    [Parameter, EditorRequired] public Guid UserId { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;
    [Inject] private SessionEditor Editor { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    private bool IsOwn => UserId == Session.Actor.UserId;

    protected override async Task OnParametersSetAsync()
    {
        _present = (await State).User.SessionId();
        await LoadAsync();
    }

    private async Task EndAsync(SessionItem session) =>
        await ToldAsync(await Editor.EndAsync(Session.Actor, UserId, session.Id, CancellationToken.None), "The session has ended.");

    private async Task EndOthersAsync()
    {
        var question = IsOwn
            ? new ConfirmQuestion("Sign out everywhere else?", "Every session of yours on other devices ends now. You stay signed in here.",
                "Sign out everywhere else")
            : new ConfirmQuestion("Sign this person out everywhere?", "Every session of this person ends now, and open pages close.",
                "Sign out everywhere");
        if (await Confirm.AskAsync(question))
            await ToldAsync(await Editor.EndOthersAsync(Session.Actor, UserId, IsOwn ? _present : null, CancellationToken.None),
                "The sessions have ended.");
    }

    private async Task ToldAsync(Result<Done> ended, string sentence)
    {
        if (ended.Ok) Toasts.Done(sentence);
        else Toasts.Failed(ended.Failure.Message);
        await LoadAsync();
    }

    private async Task LoadAsync() =>
        _sessions = (await Editor.ListAsync(Session.Actor, UserId, CancellationToken.None)).Value?.Items ?? [];
}
