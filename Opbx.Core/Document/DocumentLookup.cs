namespace Opbx.Core.Document;

public static class DocumentLookup
{
    public static ConfiguredObject? Find(this PbxDocument document, ObjectKind kind, string key) =>
        kind.Read(document).FirstOrDefault(o => o.Key == key);

    public static ConfiguredObject? Find(this Draft draft, ObjectKind kind, string key) => draft.Document.Find(kind, key);
}
