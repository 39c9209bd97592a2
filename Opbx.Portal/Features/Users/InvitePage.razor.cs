using Opbx.Core.Users;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Users;

/// <summary>Invites a person and shows the link to hand over.</summary>
public sealed partial class InvitePage
{
    private const string UsersTitle = "Users";
    private static readonly Input Nothing = new(null, null, Role.User, null);
    private Input _input = Nothing;
    private InvitedUser? _invited;
    private Failure? _failure;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private UserEditor Editor { get; set; } = default!;

    private IReadOnlyList<Choice<Role>> Roles => RoleText.ChoicesFor(Session.Actor);
    private IReadOnlyList<Choice<string>> Extensions => ExtensionChoices.For(Session);

    private async Task InviteAsync()
    {
        var name = string.IsNullOrWhiteSpace(_input.Name) ? null : _input.Name;
        var invited =
            await Editor.InviteAsync(Session.Actor, _input.Email
                ?? "", name, _input.Role, _input.Extension, CancellationToken.None, Session.PbxId);
        (_invited, _failure) = (invited.Value, invited.Failure);
    }

    private void Again() => (_invited, _input) = (null, Nothing);

    private sealed record Input(string? Name, string? Email, Role Role, string? Extension);
}
