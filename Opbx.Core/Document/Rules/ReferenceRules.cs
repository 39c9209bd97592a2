using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.References;

namespace Opbx.Core.Document.Rules;

/// <summary>Every reference must lead to an object of the right kind.</summary>
internal static class ReferenceRules
{
    public static void Check(PbxDocument document, FieldErrors errors)
    {
        var targets =
            ObjectKind.All.ToDictionary(kind => kind, kind => kind.Read(document).GroupBy(o => o.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));
        foreach (var reference in ReferenceMap.Find(document))
        {
            if (reference.Key.Length == 0 || errors.Covers(reference.Pointer)) continue;
            if (!targets[reference.Kind].TryGetValue(reference.Key, out var target)) errors.Add(reference.Pointer, Missing(reference));
            else if (!reference.TargetType.IsInstanceOfType(target)) errors.Add(reference.Pointer, WrongType(reference));
        }
    }

    private static string Missing(Reference reference) => reference.Kind == ObjectKind.PhoneNumbers
        ? $"{reference.Key} is not one of this PBX's phone numbers."
        : $"There is no {reference.Kind.Noun} \"{reference.Key}\".";

    private static string WrongType(Reference reference) => reference.TargetType == typeof(UserExtension)
        ? $"Extension {reference.Key} is not a person's extension."
        : $"Extension {reference.Key} is not an AI assistant.";
}
