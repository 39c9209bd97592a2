using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Permissions;

namespace Opbx.Core.Prompts;

/// <summary>Takes sounds in for prompts.</summary>
public sealed class PromptEditor(PromptFiles files, ConfigurationEditor editor, ConfigurationDirectory directory)
{
    /// <summary>Stores a sound for a prompt that is still being edited; answers the file's name, which the prompt then has to be saved
    /// with.</summary>
    public async Task<Result<string>> UploadAsync(Actor actor, Guid pbxId, string title, Stream content, CancellationToken cancel) =>
        directory.Snapshot(actor, pbxId, Permission.EditConfiguration) is { Ok: false } refused ? refused.Failure
            : await files.SaveAsync(pbxId, title, content, cancel);

    /// <summary>Makes a sound what the prompt plays, instead of the text or sound it had; the prompt is created when there is none of this
    /// name.</summary>
    public async Task<Result<SavedObject>> SetAsync(Actor actor, Guid pbxId, string name, Stream content, long? expectedVersion,
        CancellationToken cancel)
    {
        var stored = await UploadAsync(actor, pbxId, name, content, cancel);
        if (!stored.Ok) return stored.Failure;
        var present = directory.Get(actor, pbxId, ObjectKind.Prompts, name);
        var saved = present is { Ok: true, Value.Object: Prompt prompt }
            ? await editor.ReplaceAsync(actor, pbxId, ObjectKind.Prompts, name, prompt with { Say = null, File = stored.Value },
                expectedVersion, cancel)
            : await editor.CreateAsync(actor, pbxId, ObjectKind.Prompts, new Prompt { Name = name, File = stored.Value }, cancel);
        if (!saved.Ok) files.Delete(pbxId, stored.Value);
        return saved;
    }
}
