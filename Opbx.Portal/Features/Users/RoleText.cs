using Opbx.Core.Users;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Users;

internal static class RoleText
{
    /// <summary>What people with the role can do, in one sentence.</summary>
    public static string Means(Role role) => role switch {
        Role.Owner => "May do everything, including users, API keys and the connection with Cloudonix.",
        Role.Admin => "Sets up the phone system, and invites everybody but owners and administrators.",
        Role.Supervisor => "Sees and handles everybody's calls and messages; cannot change the phone system.",
        Role.User => "Sees their own calls and messages only.",
        Role.Reporter => "Reads the call log and the reports of everybody; changes and hears nothing.",
    };

    /// <summary>The roles this person can assign, and the current one.</summary>
    public static IReadOnlyList<Choice<Role>> ChoicesFor(Actor actor, Role? present = null) =>
        [.. Enum.GetValues<Role>().Where(role => role == present || UserEditor.MayTouch(actor, role))
            .Select(role => new Choice<Role>(role, DisplayNames.For(role)))];
}
