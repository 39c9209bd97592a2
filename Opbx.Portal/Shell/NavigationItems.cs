using Opbx.Portal.Navigation;

namespace Opbx.Portal.Shell;

/// <summary>Every page, grouped by what people want to do.</summary>
public static class NavigationItems
{
    public static readonly IReadOnlyList<NavigationGroup> Groups =
    [
        new("Overview",
        [
            new("Dashboard", "space_dashboard", Paths.Home, Permission.ViewOwnCalls),
            new("My extension", "headset_mic", Paths.OwnExtension, Permission.EditOwnExtension, OwnOnly: true),
            new("Live calls", "phone_in_talk", Paths.LiveCalls, Permission.ViewLiveCalls),
            new("Call log", "history", Paths.Calls, Permission.ViewOwnCalls),
            new("Voicemail", "voicemail", Paths.Voicemail, Permission.ListenToOwnVoicemail),
            new("Recordings", "radio_button_checked", Paths.Recordings, Permission.ListenToOwnRecordings),
            new("Reports", "bar_chart", Paths.Reports, Permission.ViewAllCalls),
        ]),
        new("Phone system",
        [
            new("Phone numbers", "dialpad", Paths.PhoneNumbers, Permission.ViewConfiguration),
            new("IVR menus", "account_tree", Paths.IvrMenus, Permission.ViewConfiguration),
            new("Ring groups", "ring_volume", Paths.RingGroups, Permission.ViewConfiguration),
            new("Business hours", "schedule", Paths.BusinessHours, Permission.ViewConfiguration),
            new("Extensions", "group", Paths.Extensions, Permission.ViewConfiguration),
            new("Conference rooms", "groups", Paths.ConferenceRooms, Permission.ViewConfiguration),
            new("Prompts", "record_voice_over", Paths.Prompts, Permission.ViewConfiguration),
            new("Outbound rules", "call_made", Paths.OutboundRules, Permission.ViewConfiguration),
            new("Scheduled changes", "event_upcoming", Paths.ScheduledChanges, Permission.ViewConfiguration),
            new("Blocked callers", "block", Paths.BlockedCallers, Permission.ViewConfiguration),
        ]),
        new("Understand",
        [
            new("Simulator", "experiment", Paths.Simulator, Permission.Simulate),
            new("Sandbox phone", "phone_in_talk", Paths.SandboxPhone, Permission.UseSandbox, SandboxOnly: true),
        ]),
        new("Connect",
        [
            new("Integrations", "webhook", Paths.Integrations, Permission.ViewIntegrations),
            new("Request inspector", "mark_email_unread", Paths.Inspector, Permission.ViewIntegrations),
            new("Manage applications", "apps", Paths.Applications, Permission.ViewIntegrations),
            new("API keys", "key", Paths.ApiKeys, Permission.ManageApiKeys),
            new("Cloudonix", "cloud_sync", Paths.Cloudonix, Permission.RepairSync),
        ]),
        new("Administration",
        [
            new("Users", "manage_accounts", Paths.Users, Permission.ViewUsers),
            new("History", "manage_history", Paths.History, Permission.ViewHistory),
            new("Personal data", "person_off", Paths.PersonalData, Permission.DeletePersonalData),
            new("Account integrations", "corporate_fare", Paths.AccountIntegrations, Permission.ViewIntegrations),
        ]),
        new("Platform",
        [
            new("Organizations", "domain", Paths.Organizations, Permission.ManageOrganizations),
        ]),
    ];

    /// <summary>What this person can use; empty groups are left out.</summary>
    public static IEnumerable<NavigationGroup> For(Actor actor, bool sandbox) => Groups
        .Select(group => group
            with {
            Items =
                [.. group.Items.Where(item => actor.May(item.Permission) && (sandbox || !item.SandboxOnly)
                    && (!item.OwnOnly || actor.Own is not null || !actor.May(Permission.ViewConfiguration)))]
        })
        .Where(group => group.Items.Count > 0);
}
