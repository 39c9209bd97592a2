namespace Opbx.Core.Configuration;

/// <summary>Says in words where an object is used.</summary>
public static class ReferencePlaces
{
    /// <summary>The places, for example <c>menu "Main menu" (/ivrMenus/0/options/1/destination/number)</c>.</summary>
    public static IReadOnlyList<string> Of(PbxDocument document, ObjectKind kind, string key) =>
        [.. ReferenceMap.Of(document).Where(r => r.Kind == kind && r.Key == key).Select(r => $"{Owner(document, r.Pointer)} ({r.Pointer})").Distinct(StringComparer.Ordinal)];

    private static string Owner(PbxDocument document, string pointer)
    {
        var parts = pointer.Split('/');
        if (ObjectKind.All.FirstOrDefault(k => k.Name == parts[1]) is not { } kind) return "the settings of the PBX";
        var owner = kind.Read(document)[int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)];
        return $"{kind.Noun} \"{owner.Key}\"";
    }
}
