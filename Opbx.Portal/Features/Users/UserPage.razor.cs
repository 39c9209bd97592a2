using Opbx.Core.Users;
using Opbx.Core.Users.SecondFactors;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Users;

public sealed partial class UserPage
{
    private static readonly Crumb List = new("Users", Paths.Users);
    private FormPage? _form;
    private UserItem? _user;
    private UserEdit _edit = new(null, Role.User, null);
    private InvitedUser? _link;
    private Failure? _failure;
    private bool _gone;
    private bool _busy;
    private int _sessions;

    [Parameter] public Guid Id { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private UserDirectory Directory { get; set; } = default!;
    [Inject] private UserEditor Editor { get; set; } = default!;
    [Inject] private SecondFactorEditor Factors { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool IsSelf => _user?.Id == Session.Actor.UserId;

    private bool MayTouch =>
        _user is { } user && UserEditor.MayTouch(Session.Actor, user.Role) && (Session.Actor.IsPlatformAdmin || !user.IsPlatformAdmin);

    protected override async Task OnParametersSetAsync()
    {
        if (_user?.Id == Id) return;
        var found = await Directory.GetAsync(Session.Actor, Id, CancellationToken.None);
        _gone = !found.Ok;
        _link = null;
        if (found.Ok) Show(found.Value);
    }

    private static UserEdit Stored(UserItem user) => new(user.Name, user.Role, user.Extension, user.PbxId);

    private void Show(UserItem user) => (_user, _edit) = (user, Stored(user));

    private async Task SaveAsync()
    {
        var saved = await Editor.EditAsync(Session.Actor, Id, _edit, CancellationToken.None);
        _failure = saved.Failure;
        if (!saved.Ok) return;
        Show(saved.Value);
        Toasts.Done("Saved.");
    }

    private async Task NewLinkAsync()
    {
        if (_user is not { } user) return;
        var question = user.Invited
            ? new ConfirmQuestion($"Make a new invitation for {user.Name}?", "The link that was made before stops working.",
                "Make a new link", Danger: false)
            : new ConfirmQuestion($"Let {user.Name} choose another password?",
                "Open sessions of this person end now. The present password works until another one is chosen.", "Make the link",
                Danger: false);
        if (!await Confirm.AskAsync(question)) return;
        await DoAsync(() => Editor.InviteAgainAsync(Session.Actor, Id, CancellationToken.None), invited => _link = invited);
    }

    private async Task SwitchAsync()
    {
        if (_user is not { } user) return;
        if (user.Active
            && !await Confirm.AskAsync(
                new ConfirmQuestion($"Deactivate {user.Name}?",
                    "Open sessions end now, and this person cannot sign in until you activate the account again. Calls are not affected.",
                    "Deactivate"))) return;
        await DoAsync(() => Editor.ChangeAsync(Session.Actor, Id, role: null, active: !user.Active, CancellationToken.None), changed =>
        {
            _link = null;
            _user = changed;
            Toasts.Done(changed.Active ? $"{changed.Name} may sign in again." : $"{changed.Name} cannot sign in any more.");
        });
    }

    private async Task SwitchFactorOffAsync()
    {
        if (_user is not { } user) return;
        var question =
            new ConfirmQuestion($"Switch off the second factor of {user.Name}?",
                "Do this when the phone and the recovery codes are lost. Until the person sets up another one, the password alone is " +
                    "enough to sign in. Open sessions end now.", "Switch off");
        if (!await Confirm.AskAsync(question)) return;
        await DoAsync(() => Factors.SwitchOffAsync(Session.Actor, Id, CancellationToken.None), _ =>
        {
            _user = user with { SecondFactor = false };
            Toasts.Done("The second factor is off.");
        });
    }

    private async Task SwitchPlatformAsync()
    {
        if (_user is not { } user) return;
        var question = user.IsPlatformAdmin
            ? new ConfirmQuestion($"Take the installation from {user.Name}?",
                "Open sessions of this person end now. Afterwards the person sees only your organization.", "Take it away")
            : new ConfirmQuestion($"Let {user.Name} run the installation?",
                "The person can make, suspend and delete organizations and act as each of them. Open sessions of this person end now.",
                "Let run the installation");
        if (!await Confirm.AskAsync(question)) return;
        await DoAsync(() => Editor.SetPlatformAdminAsync(Session.Actor, Id, !user.IsPlatformAdmin, CancellationToken.None), changed =>
        {
            _user = changed;
            Toasts.Done(changed.IsPlatformAdmin ? $"{changed.Name} runs the installation, too."
                : $"{changed.Name} does not run the installation any more.");
        });
    }

    private async Task DeleteAsync()
    {
        if (_user is not { } user
            || !await Confirm.AskAsync(
                new ConfirmQuestion(
                    $"Delete {user.Name}?",
                    "Open sessions end now, and the account is gone for good. The extension, its calls and messages stay.",
                    "Delete user"))) return;
        await DoAsync(() => Editor.DeleteAsync(Session.Actor, Id, CancellationToken.None), _ =>
        {
            Toasts.Done($"{user.Name} was deleted.");
            _form?.Release();
            Navigation.NavigateTo(Paths.Users);
        });
    }

    private async Task DoAsync<T>(Func<Task<Result<T>>> action, Action<T> show)
    {
        _busy = true;
        var result = await action();
        _busy = false;
        // Any of these actions may have ended sessions.
        _sessions++;
        if (result.Ok) show(result.Value);
        else Toasts.Failed(result.Failure.Message);
    }
}
