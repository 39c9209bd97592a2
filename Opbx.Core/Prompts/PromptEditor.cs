using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Permissions;

namespace Opbx.Core.Prompts;

public sealed class PromptEditor(PromptFiles files, ConfigurationEditor editor, ConfigurationDirectory directory)
{
    /// <summary>Stores audio for a prompt that is still being edited; returns the file name to save the prompt with.</summary>
    public async Task<Result<string>> UploadAsync(Actor actor, Guid pbxId, string title, Stream content, CancellationToken cancel) =>
        directory.Snapshot(actor, pbxId, Permission.EditConfiguration) is { Ok: false } refused ? refused.Failure
            : await files.SaveAsync(pbxId, title, content, cancel);

    /// <summary>Makes the prompt play this audio instead of its text or old audio; creates the prompt if needed.</summary>
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
