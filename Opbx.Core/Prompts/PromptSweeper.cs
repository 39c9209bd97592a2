using Microsoft.Extensions.Hosting;
using Opbx.Core.Configuration;
using Opbx.Core.Document;

namespace Opbx.Core.Prompts;

/// <summary>Removes a deleted prompt's audio as soon as the deletion is stored.</summary>
public sealed class PromptSweeper(ConfigurationStore store, PromptFiles files, TimeProvider clock, ILogger<PromptSweeper> log)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Changed += Follow;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Changed -= Follow;
        return Task.CompletedTask;
    }

    internal static IReadOnlySet<string> Used(PbxSnapshot? snapshot) =>
        (snapshot?.Document.Prompts ?? []).Select(p => p.File).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private void Follow(SnapshotChange change)
    {
        if (change.Before is not { } before || ReferenceEquals(before.Document.Prompts, change.After?.Document.Prompts)) return;
        var used = Used(change.After);
        var staying = change.After?.Objects.Values.Select(o => o.Id).ToHashSet() ?? [];
        foreach (var prompt in before.Document.Prompts)
        {
            if (prompt.File is not { } file || used.Contains(file)) continue;
            try
            {
                if (staying.Contains(before.Objects[new ObjectRef(ObjectKind.Prompts.Name, prompt.Name)].Id))
                    files.Retire(change.PbxId, file, clock.GetUtcNow());
                else files.Delete(change.PbxId, file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                PromptLog.NotRemoved(log, file, fault);
            }
        }
    }
}
