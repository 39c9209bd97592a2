using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.References;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Components.Ui;

public static class ObjectUsages
{
    /// <summary>The objects that use this one, without duplicates.</summary>
    public static IReadOnlyList<ObjectUsage> Find(PbxDocument document, ObjectKind kind, string key) =>
    [
        .. Usages.Find(document, kind, key).DistinctBy(p => (p.Kind, p.Key))
            .Select(p => new ObjectUsage(p.Kind is null ? "Settings of the phone system" : Capital(p.Kind.Noun) + " "
            + NameOf(document.Find(p.Kind, p.Key)!, document), ObjectPaths.Find(p.Kind, p.Key))),
    ];

    /// <summary>A short text for lists; null when it is not used.</summary>
    public static string? Summary(PbxDocument document, ObjectKind kind, string key) => Find(document, kind, key) switch {
        [] => null,
        [var only] => only.Text,
        [var first, ..] all => $"{first.Text} and {all.Count - 1} more",
    };

    public static string NameOf(ConfiguredObject value, PbxDocument document) => value switch {
        Extension extension => $"{extension.Number} {extension.Name}".TrimEnd(),
        PhoneNumber number => $"{NumberText.Readable(number.Number, document.Pbx.Country)} {number.Name}".TrimEnd(),
        _ => value.Key,
    };

    private static string Capital(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];
}
