namespace Opbx.Core.Document.References;

public static class Usages
{
    /// <summary>In the document's order. References of an object to itself are left out: they are deleted with it.</summary>
    public static IReadOnlyList<Usage> Find(PbxDocument document, ObjectKind kind, string key) =>
    [
        .. ReferenceMap.Find(document).Where(r => r.Kind == kind && r.Key == key)
            .Select(r => Place(document, r))
            .Where(p => p.Kind != kind || p.Key != key),
    ];

    /// <summary>For people, for example <c>menu "Main menu" (/ivrMenus/0/options/1/destination/number)</c>.</summary>
    public static IReadOnlyList<string> Describe(PbxDocument document, ObjectKind kind, string key) =>
        [.. Find(document, kind, key).Select(p => $"{p.Owner} ({p.Pointer})").Distinct(StringComparer.Ordinal)];

    private static Usage Place(PbxDocument document, Reference reference)
    {
        var parts = reference.Pointer.Split('/');
        if (ObjectKind.All.FirstOrDefault(k => k.Name == parts[1]) is not { } kind)
            return new Usage(null, "", reference.Pointer, reference.TargetType);
        var owner = kind.Read(document)[int.Parse(parts[2], CultureInfo.InvariantCulture)];
        return new Usage(kind, owner.Key, reference.Pointer, reference.TargetType);
    }
}
