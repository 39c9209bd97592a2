using Opbx.Core.Configuration;
using Opbx.Core.Permissions;

namespace Opbx.Core.Calls.Screening;

/// <summary>Shows what the blocked callers of a PBX did, to those who may see its configuration.</summary>
public sealed class ScreeningDirectory(ConfigurationDirectory configuration, BlockedHits hits)
{
    /// <summary>How often each pattern turned somebody away; patterns that never did are missing.</summary>
    public Result<IReadOnlyDictionary<string, HitCount>> Hits(Actor actor, Guid pbxId)
    {
        var snapshot = configuration.Snapshot(actor, pbxId, Permission.ViewConfiguration);
        return snapshot.Ok ? Found(hits.For(pbxId)) : snapshot.Failure;
    }

    private static Result<T> Found<T>(T value) => value;
}
