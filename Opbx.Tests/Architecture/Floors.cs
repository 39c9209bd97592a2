namespace Opbx.Tests.Architecture;

/// <summary>The allowed arrows: each folder may use those that its line names, and nothing else of its project.</summary>
internal static class Floors
{
    /// <summary>Opbx.Core, from the ground up.</summary>
    public static readonly IReadOnlyDictionary<string, string> Core = new Dictionary<string, string>(StringComparer.Ordinal) {
        // 1: ground
        ["Shared"] = "",
        ["Permissions"] = "Shared",
        ["Persistence"] = "Shared",
        ["Audit"] = "Shared Permissions Persistence",
        ["Mail"] = "Shared",
        ["Notices"] = "Shared Permissions Persistence Mail",
        // 2: pure rules
        ["Numbering"] = "Shared",
        ["Document"] = "Shared Numbering",
        ["Routing"] = "Shared Numbering Document",
        // 3: the configuration
        ["Pbxs"] = "Shared Permissions Persistence",
        ["Configuration"] = "Shared Permissions Persistence Audit Notices Numbering Document Pbxs",
        ["Prompts"] = "Shared Permissions Persistence Document Configuration",
        ["Plans"] = "Numbering Document Routing Configuration Prompts",
        // 4: features with data
        ["Findings"] = "Document",
        ["Integrations"] = "Shared Permissions Persistence Audit Notices Document Pbxs Configuration",
        ["Cloudonix"] = "Shared Permissions Persistence Audit Document Routing Pbxs Configuration",
        ["Simulation"] = "Shared Permissions Numbering Document Routing Configuration Plans Cloudonix",
        ["Calls"] = "Shared Permissions Persistence Audit Mail Notices Numbering Document Routing Pbxs Configuration Plans Integrations " +
            "Cloudonix Simulation",
        ["Users"] = "Shared Permissions Persistence Audit Mail Notices Document Pbxs Configuration",
        // 5: uses of everything
        ["Retention"] = "Shared Persistence Audit Document Integrations Calls",
        ["Organizations"] =
            "Shared Permissions Persistence Audit Document Pbxs Configuration Prompts Integrations Cloudonix Calls Users Retention",
        ["Reports"] = "Shared Permissions Persistence Audit Mail Document Routing Configuration Calls Users",
        ["Privacy"] = "Shared Permissions Persistence Audit Numbering Document Configuration Integrations Calls Users Retention",
    };

    /// <summary>Opbx.Portal, from the ground up; <c>Features/X</c> may use every floor below the features, and of other features what its
    /// line names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Portal = new Dictionary<string, string>(StringComparer.Ordinal) {
        ["Http"] = "",
        ["Navigation"] = "",
        ["Security"] = "Http Navigation",
        ["Api"] = "Http Navigation Security",
        ["Components"] = "Http Navigation Security",
        ["Sandbox"] = "Http",
        ["Shell"] = "Navigation Security Components Features/Dashboard Features/Extensions Features/Integrations Features/LiveCalls " +
            "Features/Voicemail",
        ["Hosting"] = "*",
    };

    /// <summary>Features that use others, one direction only.</summary>
    public static readonly IReadOnlyDictionary<string, string> Features = new Dictionary<string, string>(StringComparer.Ordinal) {
        ["Account"] = "Users",
        ["ApiKeys"] = "Users",
        ["Calls"] = "Integrations Recordings Simulation",
        ["Cloudonix"] = "Integrations Webhooks",
        ["Downloads"] = "Calls Reports",
        ["Extensions"] = "Voicemail",
        ["Integrations"] = "Inspector",
        ["LiveCalls"] = "Calls",
        ["Organizations"] = "Users",
        ["Reports"] = "Calls Dashboard",
        ["ScheduledChanges"] = "History",
        ["SignIn"] = "Account",
        ["Voicemail"] = "Recordings",
    };
}
