namespace Opbx.Core.Document;

/// <summary>The document that should replace the current one.</summary>
/// <param name="Document">Without secrets.</param>
/// <param name="Secrets">The secrets that were supplied, by object and place.</param>
/// <param name="Renames">Objects that keep their identity under another key: (list, key before) to the key after.</param>
public sealed record Draft(PbxDocument Document, IReadOnlyDictionary<ObjectRef, IReadOnlyDictionary<string, string>> Secrets,
    IReadOnlyDictionary<ObjectRef, string> Renames)
{
    /// <summary>Moves any secrets in the document to <see cref="Secrets"/>.</summary>
    public static Draft From(PbxDocument document, IReadOnlyDictionary<ObjectRef, string>? renames = null)
    {
        var secrets = new Dictionary<ObjectRef, IReadOnlyDictionary<string, string>>();
        foreach (var kind in new[] { ObjectKind.Extensions, ObjectKind.Integrations })
        {
            var clean = new List<ConfiguredObject>();
            foreach (var item in kind.Read(document))
            {
                var (bare, given) = SecretMembers.Split(item);
                clean.Add(bare);
                if (given.Count > 0) secrets[new ObjectRef(kind.Name, item.Key)] = given;
            }
            document = kind.Write(document, clean);
        }
        return new Draft(document, secrets, renames ?? new Dictionary<ObjectRef, string>());
    }
}
