using Opbx.Core.Configuration;
using Quartz;

namespace Opbx.Core.Prompts;

/// <summary>Removes audio that no prompt has used for a day: uploads never saved, and replaced versions.</summary>
[DisallowConcurrentExecution]
public sealed class PromptSweepJob(PromptFiles files, ConfigurationStore store, TimeProvider clock, ILogger<PromptSweepJob> log) : IJob
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var swept = files.Sweep(pbxId => PromptSweeper.Used(store.Find(pbxId)), clock.GetUtcNow() - Grace);
        if (swept > 0) PromptLog.Swept(log, swept);
        return ValueTask.CompletedTask;
    }
}
