using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.RingGroups;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>A phone system while one person covers for another. Pure.</summary>
internal static class CoverDraft
{
    /// <summary>The document while <paramref name="by"/> covers for <paramref name="number"/>.</summary>
    /// <param name="number">The extension of the person who is away.</param>
    /// <param name="by">The extension of the person who covers.</param>
    /// <param name="groups">Whether that person also replaces the other one in ring groups.</param>
    public static Result<PbxDocument> Create(PbxDocument document, string number, string by, bool groups)
    {
        var errors = new FieldErrors();
        if (document.Extensions.OfType<UserExtension>().FirstOrDefault(e => e.Number == number) is not { } away)
            return Failure.NotFound("This extension");
        if (by == number) errors.Add("/by", "Choose somebody else.");
        else if (document.Extensions.OfType<UserExtension>().FirstOrDefault(e => e.Number == by) is not { } covering)
            errors.Add("/by", "Choose the extension of a person.");
        else if (!covering.Active) errors.Add("/by", "This extension is switched off.");
        else if (covering.Forwarding.Always is ExtensionDestination back && back.Number == number)
            errors.Add("/by", $"{covering.Name} forwards every call back to {away.Name}.");
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        var forwarded = away with { Forwarding = away.Forwarding with { Always = new ExtensionDestination { Number = by } } };
        return document with {
            Extensions = [.. document.Extensions.Select(e => e.Number == number ? forwarded : e)],
            RingGroups = groups ? [.. document.RingGroups.Select(g => InPlace(g, number, by))] : document.RingGroups,
        };
    }

    private static RingGroup InPlace(RingGroup group, string number, string by)
    {
        if (group.Members.All(m => m.Extension != number)) return group;
        var there = group.Members.Any(m => m.Extension == by);
        return group with {
            Members =
            [.. group.Members.Where(m => !there || m.Extension != number)
                .Select(m => m.Extension == number ? m with { Extension = by } : m)]
        };
    }
}
