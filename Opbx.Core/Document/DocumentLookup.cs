namespace Opbx.Core.Document;

/// <summary>Finds objects in documents and drafts.</summary>
public static class DocumentLookup
{
    /// <summary>The object of that kind and key, or null.</summary>
    public static ConfiguredObject? Find(this PbxDocument document, ObjectKind kind, string key) =>
        kind.Read(document).FirstOrDefault(o => o.Key == key);

    /// <summary>The object of that kind and key, or null.</summary>
    public static ConfiguredObject? Find(this Draft draft, ObjectKind kind, string key) => draft.Document.Find(kind, key);
}
