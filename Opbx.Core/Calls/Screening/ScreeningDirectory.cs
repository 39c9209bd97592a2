using Opbx.Core.Configuration;
using Opbx.Core.Permissions;

namespace Opbx.Core.Calls.Screening;

/// <summary>Shows the effect of blocked callers to people who may see the PBX's configuration.</summary>
public sealed class ScreeningDirectory(ConfigurationDirectory configuration, BlockedHits hits)
{
    /// <summary>By pattern; patterns that never rejected a call are missing.</summary>
    public Result<IReadOnlyDictionary<string, HitCount>> Hits(Actor actor, Guid pbxId)
    {
        var snapshot = configuration.Snapshot(actor, pbxId, Permission.ViewConfiguration);
        return snapshot.Ok ? Found(hits.For(pbxId)) : snapshot.Failure;
    }

    private static Result<T> Found<T>(T value) => value;
}
