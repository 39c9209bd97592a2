using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.OutboundRules;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>The values that events have about a person.</summary>
public static class UserValues
{
    private static readonly IReadOnlyDictionary<CallType, string> CallTypes =
        Enum.GetValues<CallType>()
            .ToDictionary(t => t, t => typeof(CallType).GetField(t.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!);

    /// <summary>All empty when null.</summary>
    public static Dictionary<string, string> From(UserExtension? user) => new(StringComparer.Ordinal) {
        [ValueCatalogue.Spelling(ValueName.ExtensionNumber)] = user?.Number ?? "",
        [ValueCatalogue.Spelling(ValueName.Name)] = user?.Name ?? "",
        [ValueCatalogue.Spelling(ValueName.OutboundPhoneNumber)] = user?.OutboundNumber ?? "",
        [ValueCatalogue.Spelling(ValueName.HasVoicemail)] = user is null ? "" : user.Voicemail.Enabled ? "True" : "False",
        [ValueCatalogue.Spelling(ValueName.EnabledCalls)] = user is null ? "" : EnabledCalls(user.EnabledCalls),
    };

    /// <summary>Call types as documented, comma separated without spaces: <c>Local,National,International Other</c>.</summary>
    public static string EnabledCalls(IEnumerable<CallType> types) => string.Join(',', types.Distinct().Order().Select(t => CallTypes[t]));
}
