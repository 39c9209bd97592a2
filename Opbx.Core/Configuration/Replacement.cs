using Opbx.Core.Shared;

namespace Opbx.Core.Configuration;

/// <summary>Puts one object in the place of another wherever that one is used.</summary>
public static class Replacement
{
    /// <summary>The member under which an unfit replacement is reported.</summary>
    public const string Pointer = "/replaceBy";

    /// <summary>The objects of the same kind that fit every place where the object is used, in the document's order.</summary>
    public static IReadOnlyList<ConfiguredObject> Candidates(PbxDocument document, ObjectKind kind, string key)
    {
        var places = ReferencePlaces.Find(document, kind, key);
        return [.. kind.Read(document).Where(o => o.Key != key && places.All(p => p.TargetType.IsInstanceOfType(o)))];
    }

    /// <summary>The document without the object; whatever led to it leads to <paramref name="by"/>.</summary>
    internal static Result<PbxDocument> Apply(PbxDocument document, ObjectKind kind, string key, string by)
    {
        if (by == key) return Unfit($"This is the {kind.Noun} that is to be deleted.");
        if (document.Find(kind, by) is not { } other) return Unfit($"There is no {kind.Noun} \"{by}\".");
        if (ReferencePlaces.Find(document, kind, key).FirstOrDefault(p => !p.TargetType.IsInstanceOfType(other)) is { } place)
            return Unfit($"The {kind.Noun} \"{by}\" is of another type and cannot be used in {place.Owner} ({place.Pointer}).");
        document = WithoutDoubles(document, kind, key, by);
        document = kind.Write(document, kind.Read(document).Where(o => o.Key != key));
        return ReferenceMap.Rewrite(document, r => r.Kind == kind && r.Key == key ? by : r.Key);
    }

    /// <summary>Lists that may name a thing once only: where the replacement is in already, the object just leaves.</summary>
    private static PbxDocument WithoutDoubles(PbxDocument document, ObjectKind kind, string key, string by) =>
        kind == ObjectKind.Extensions ? document with
        {
            RingGroups = [.. document.RingGroups.Select(g => g.Members.Any(m => m.Extension == by) ? g with { Members = [.. g.Members.Where(m => m.Extension != key)] } : g)],
        }
        : kind == ObjectKind.PhoneNumbers ? document with
        {
            BlockedCallers = [.. document.BlockedCallers.Select(b => b.Numbers.Contains(by, StringComparer.Ordinal) ? b with { Numbers = [.. b.Numbers.Where(n => n != key)] } : b)],
        }
        : document;

    private static Failure Unfit(string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(Pointer, sentence);
        return Failure.Invalid(errors);
    }
}
