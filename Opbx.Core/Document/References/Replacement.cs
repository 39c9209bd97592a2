namespace Opbx.Core.Document.References;

/// <summary>Replaces an object with another one wherever it is used.</summary>
public static class Replacement
{
    /// <summary>The member under which an unsuitable replacement is reported.</summary>
    public const string Pointer = "/replaceBy";

    /// <summary>The objects of the same kind that fit everywhere the object is used, in the document's order.</summary>
    public static IReadOnlyList<ConfiguredObject> Candidates(PbxDocument document, ObjectKind kind, string key)
    {
        var places = Usages.Find(document, kind, key);
        return [.. kind.Read(document).Where(o => o.Key != key && places.All(p => p.TargetType.IsInstanceOfType(o)))];
    }

    /// <summary>Removes the object; every reference to it leads to <paramref name="by"/>.</summary>
    internal static Result<PbxDocument> Apply(PbxDocument document, ObjectKind kind, string key, string by)
    {
        if (by == key) return Unfit($"This is the {kind.Noun} that is to be deleted.");
        if (document.Find(kind, by) is not { } other) return Unfit($"There is no {kind.Noun} \"{by}\".");
        if (Usages.Find(document, kind, key).FirstOrDefault(p => !p.TargetType.IsInstanceOfType(other)) is { } place)
            return Unfit($"The {kind.Noun} \"{by}\" is of another type and cannot be used in {place.Owner} ({place.Pointer}).");
        document = kind.Write(document, kind.Read(document).Where(o => o.Key != key));
        if (kind == ObjectKind.Extensions) document = LeaveGroups(document, key, by);
        return Once(ReferenceMap.Rewrite(document, r => r.Kind == kind && r.Key == key ? by : r.Key));
    }

    /// <summary>Groups that already contain the replacement only lose the extension: nobody is in a group twice.</summary>
    private static PbxDocument LeaveGroups(PbxDocument document, string key, string by) => document with {
        RingGroups = [
            .. document.RingGroups.Select(g => g.Members.Any(m => m.Extension == by)
                ? g with { Members = [.. g.Members.Where(m => m.Extension != key)] } : g)],
    };

    /// <summary>Removes duplicates from lists of plain keys.</summary>
    private static PbxDocument Once(PbxDocument document) => document with {
        BlockedCallers = [.. document.BlockedCallers.Select(b => b with { Numbers = Once(b.Numbers) })],
        Integrations =
        [
            .. document.Integrations.Select(i => i.Filter is not { } filter ? i : i with
            {
                Filter = filter
                    with { Numbers = Once(filter.Numbers), Extensions = Once(filter.Extensions), Groups = Once(filter.Groups),
                        Menus = Once(filter.Menus) },
            }),
        ],
    };

    private static IReadOnlyList<string> Once(IReadOnlyList<string> keys) => [.. keys.Distinct(StringComparer.Ordinal)];

    private static Failure Unfit(string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(Pointer, sentence);
        return Failure.Invalid(errors);
    }
}
