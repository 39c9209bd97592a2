using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.RingGroups;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.RingGroups;

internal static class RingGroupText
{
    public static string For(RingStrategy strategy) => strategy switch {
        RingStrategy.Simultaneous => "All at once",
        RingStrategy.Sequential => "One after another",
        RingStrategy.RoundRobin => "Taking turns",
        RingStrategy.LeastRecent => "Longest rest first",
        RingStrategy.Random => "In random order",
    };

    public static string Meaning(RingStrategy strategy) => strategy switch {
        RingStrategy.Simultaneous =>
            "All extensions ring together, and whoever answers first takes the call; outside numbers ring after them.",
        RingStrategy.Sequential => "Always from the top of the list to its end. For one main person with backups.",
        RingStrategy.RoundRobin =>
            "One after another, and each call begins one member further down than the call before. Shares the work evenly.",
        RingStrategy.LeastRecent => "One after another, and whoever has not answered a call for the longest time comes first.",
        RingStrategy.Random => "One after another in an order that is drawn anew for each call.",
    };

    public static string For(RingGroupMember member, PbxDocument document) =>
        member.External is { } number ? NumberText.Readable(number, document.Pbx.Country) : OfKey(member.Extension ?? "", document);

    /// <summary>The name of an extension or outside number.</summary>
    public static string OfKey(string key, PbxDocument document) =>
        key.StartsWith('+') ? NumberText.Readable(key, document.Pbx.Country)
        : document.Extensions.FirstOrDefault(e => e.Number == key) is { } extension ? $"{key} {extension.Name}"
        : $"{key} (does not exist)";

    /// <summary>The first members of a group and how many more there are.</summary>
    public static string Members(RingGroup group, PbxDocument document)
    {
        const int Shown = 3;
        var names = group.Members.OrderBy(m => m.Order).Select(m => Short(m, document)).ToList();
        return names.Count <= Shown + 1 ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more";
    }

    /// <summary>Why a member does not ring at the moment; null when it does.</summary>
    public static string? Quiet(RingGroupMember member, PbxDocument document) =>
        member.Extension is not { } number ? null : document.Extensions.FirstOrDefault(e => e.Number == number) switch {
            null => "does not exist",
            { Active: false } => "disabled",
            UserExtension { DoNotDisturb: true } => "do not disturb",
            UserExtension => null,
            _ => "not a person",
        };

    private static string Short(RingGroupMember member, PbxDocument document) =>
        document.Extensions.FirstOrDefault(e => e.Number == member.Extension) is { } extension ? extension.Name : For(member, document);
}
