using Opbx.Core.Calls.Recordings;

namespace Opbx.Portal.Navigation;

/// <summary>Builds the path of every page, so that a page moves in one place.</summary>
public static partial class Paths
{
    public const string Home = "/";
    /// <summary>Set-up of an empty installation.</summary>
    public const string Setup = "/setup";
    /// <summary>The second step of the set-up: the connection.</summary>
    public const string Connect = "/setup/connect";

    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string NoPermission = "/no-permission";
    public const string Extensions = "/extensions";
    public const string NewExtension = "/extensions/new";
    public const string PhoneNumbers = "/phone-numbers";
    public const string NewPhoneNumber = "/phone-numbers/new";
    public const string IvrMenus = "/ivr-menus";
    public const string NewIvrMenu = "/ivr-menus/new";
    public const string RingGroups = "/ring-groups";
    public const string NewRingGroup = "/ring-groups/new";
    public const string BusinessHours = "/business-hours";
    public const string NewBusinessHours = "/business-hours/new";
    /// <summary>Deleting an outside person's data.</summary>
    public const string PersonalData = "/personal-data";

    public const string ConferenceRooms = "/conference-rooms";
    public const string NewConferenceRoom = "/conference-rooms/new";
    public const string Prompts = "/prompts";
    public const string NewPrompt = "/prompts/new";
    public const string OutboundRules = "/outbound-rules";
    public const string NewOutboundRule = "/outbound-rules/new";
    public const string BlockedCallers = "/blocked-callers";
    public const string NewBlockedCaller = "/blocked-callers/new";
    public const string Simulator = "/simulator";
    public const string LiveCalls = "/live-calls";
    public const string Calls = "/calls";
    public const string Voicemail = "/voicemail";
    public const string Recordings = "/recordings";
    /// <summary>The calls of blocked callers in the call log.</summary>
    public const string BlockedCalls = "/calls?outcome=Blocked";

    public const string Reports = "/reports";
    /// <summary>Outgoing webhooks of the phone system.</summary>
    public const string Integrations = "/integrations";

    public const string AccountIntegrations = "/account/integrations";
    /// <summary>Creates everything that asks callers for a score in one step.</summary>
    public const string ScoreRecipe = "/recipes/nps-score";
    /// <summary>A person's own request receiver.</summary>
    public const string Inspector = "/inspector";
    /// <summary>Switches the phone system's integrations on or off.</summary>
    public const string Applications = "/applications";

    public const string SignInRules = "/users/sign-in-rules";
    /// <summary>Requests a link for a new password.</summary>
    public const string ForgottenPassword = "/sign-in/forgotten";

    public const string Users = "/users";
    public const string InviteUser = "/users/new";
    public const string Organizations = "/platform/organizations";
    public const string NewOrganization = "/platform/organizations/new";
    public const string StopActing = "/acting/stop";
    public const string ApiKeys = "/api-keys";
    public const string ApiReference = "/api-reference";
    public const string NewApiKey = "/api-keys/new";
    public const string History = "/history";
    public const string ScheduledChanges = "/scheduled-changes";
    public const string SandboxPhone = "/sandbox-phone";
    public const string Cloudonix = "/cloudonix";

    /// <summary>Sign-in, and then back to the requested page.</summary>
    public static string SignInFor(string returnPath) =>
        returnPath is Home or "" ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(returnPath)}";

    /// <summary>The second step of signing in: a code of the app, or a recovery code.</summary>
    public static string SignInCode(string returnPath, bool recovery = false) => SignInStep("/sign-in/code", returnPath, recovery);

    /// <summary>The second step of signing in for people who must set up a second factor first.</summary>
    public static string SignInSetUp(string returnPath) => SignInStep("/sign-in/set-up", returnPath, recovery: false);

    public static string HistoryOf(string kind, string key) =>
        $"{History}?kind={Uri.EscapeDataString(kind)}&key={Uri.EscapeDataString(key)}";

    public static string ScheduledChange(Guid id) => $"{ScheduledChanges}/{id}";

    /// <summary>Somebody else covers the extension's calls.</summary>
    public static string CoverOf(string number) => $"{Extension(number)}/cover";

    public static string Change(Guid id) => $"{History}/{id}";
    public static string Extension(string number) => $"{Extensions}/{Uri.EscapeDataString(number)}";
    public static string User(Guid id) => $"{Users}/{id}";
    public static string Organization(Guid id) => $"{Organizations}/{id}";
    public static string ActFor(Guid id) => $"{Organization(id)}/act";

    /// <summary>The plus sign is left out of the address.</summary>
    public static string PhoneNumber(string number) => $"{PhoneNumbers}/{Uri.EscapeDataString(number.TrimStart('+'))}";

    public static string IvrMenu(string name) => $"{IvrMenus}/{Uri.EscapeDataString(name)}";
    public static string RingGroup(string name) => $"{RingGroups}/{Uri.EscapeDataString(name)}";
    public static string BusinessHoursOf(string name) => $"{BusinessHours}/{Uri.EscapeDataString(name)}";
    public static string SimulatorOf(string number) => $"{Simulator}?to={Uri.EscapeDataString(number)}";
    public static string ConferenceRoom(string name) => $"{ConferenceRooms}/{Uri.EscapeDataString(name)}";
    public static string Prompt(string name) => $"{Prompts}/{Uri.EscapeDataString(name)}";
    public static string OutboundRule(string name) => $"{OutboundRules}/{Uri.EscapeDataString(name)}";
    public static string BlockedCaller(string pattern) => $"{BlockedCallers}/{Uri.EscapeDataString(pattern)}";

    /// <summary>A new blocked caller with this number filled in.</summary>
    public static string BlockCaller(string number) => $"{NewBlockedCaller}?caller={Uri.EscapeDataString(number)}";

    public static string Call(string uuid) => $"{Calls}/{Uri.EscapeDataString(uuid)}";

    /// <summary>What would happen to the call now.</summary>
    public static string CallToday(string uuid) => $"{Call(uuid)}/today";

    public static string ReportCsv(DateOnly first, DateOnly last, Opbx.Core.Routing.CallDirection? direction,
        Opbx.Portal.Features.Reports.ReportTable table) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"/downloads/report.csv?table={Features.Reports.ReportFilter.Spell(table)}&first={first:yyyy-MM-dd}&last={last:yyyy-MM-dd}"
            + $"&calls={direction?.ToString().ToLowerInvariant() ?? "all"}");

    /// <summary>Every matching call as CSV; <paramref name="query"/> is that of the call log's page.</summary>
    public static string CallsCsv(string query) => $"/downloads/calls.csv{query}";

    public static string IntegrationsOf(bool account) => account ? AccountIntegrations : Integrations;
    public static bool IsOfAccount(Uri address) => address.AbsolutePath.StartsWith(AccountIntegrations, StringComparison.Ordinal);

    /// <summary>A new integration, from a template when one is named.</summary>
    public static string NewIntegration(bool account, string? template = null) =>
        $"{IntegrationsOf(account)}/new{(template is null ? "" : $"?template={template}")}";

    /// <summary>A new integration as a copy of this one.</summary>
    public static string CopyIntegration(string name, bool account) => $"{IntegrationsOf(account)}/new?copy={Uri.EscapeDataString(name)}";

    public static string Integration(string name, bool account) => $"{IntegrationsOf(account)}/{Uri.EscapeDataString(name)}";
    public static string Deliveries(string name, bool account) => $"{Integration(name, account)}/deliveries";
    public static string Resend(string name, bool account) => $"{Integration(name, account)}/send-again";
    public static string Delivery(string name, bool account, string id) => $"{Deliveries(name, account)}/{Uri.EscapeDataString(id)}";
    public static string SandboxCall(string token) => $"{SandboxPhone}?call={token}";

    /// <summary>The audio of a message or a recorded call, for the players of pages.</summary>
    public static string Audio(Guid pbx, RecordingView recording) =>
        string.Create(CultureInfo.InvariantCulture,
            $"/audio/{(recording.Kind == RecordingKind.Message ? "voicemail" : "recording")}/{pbx}/{recording.Id}");

    public static string AudioDownload(Guid pbx, RecordingView recording) => Audio(pbx, recording) + "?download";

    private static string SignInStep(string page, string returnPath, bool recovery)
    {
        string?[] parts =
            [recovery ? "recovery=true" : null, returnPath is Home or "" ? null : $"returnUrl={Uri.EscapeDataString(returnPath)}"];
        var query = string.Join('&', parts.Where(p => p is not null));
        return query.Length == 0 ? page : $"{page}?{query}";
    }
}
