using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Document.Settings;

namespace Opbx.Core.Document.Rules;

/// <summary>Rules for a whole document beyond the limits its records declare. Shared by pages, API and import.</summary>
public static class DocumentRules
{
    public static void Check(PbxDocument document, FieldErrors errors)
    {
        PbxRules.Check(document.Pbx, "/pbx", errors);
        foreach (var kind in ObjectKind.All) UniqueKeys(document, kind, errors);
        Each(document.Extensions, "/extensions", errors, ExtensionRules.Check);
        Each(document.RingGroups, "/ringGroups", errors, RingGroupRules.Check);
        Each(document.IvrMenus, "/ivrMenus", errors, IvrRules.Check);
        Each(document.BusinessHours, "/businessHours", errors, BusinessHoursRules.Check);
        Each(document.ConferenceRooms, "/conferenceRooms", errors, ConferenceRules.Check);
        Each(document.Prompts, "/prompts", errors, PromptRules.Check);
        Each(document.OutboundRules, "/outboundRules", errors, OutboundRuleRules.Check);
        Each(document.BlockedCallers, "/blockedCallers", errors, BlockedCallerRules.Check);
        Each(document.Integrations, "/integrations", errors, (i, at, e) => IntegrationRules.Check(i, accountScope: false, at, e));
        DestinationShapes.Check(document, errors);
        ReferenceRules.Check(document, errors);
    }

    private static void Each<T>(IReadOnlyList<T> items, string at, FieldErrors errors, Action<T, string, FieldErrors> check)
    {
        foreach (var (index, item) in items.Index()) check(item, JsonPointer.Item(at, index), errors);
    }

    private static void UniqueKeys(PbxDocument document, ObjectKind kind, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, item) in kind.Read(document).Index())
        {
            if (item.Key.Length == 0 || seen.Add(item.Key)) continue;
            var member = kind == ObjectKind.Extensions || kind == ObjectKind.PhoneNumbers ? "number" : kind == ObjectKind.BlockedCallers
                ? "pattern" : "name";
            errors.Add($"{JsonPointer.Item("/" + kind.Name, index)}/{member}", $"There is another {kind.Noun} with this {member}.");
        }
    }
}
