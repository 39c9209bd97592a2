using System.Collections.Concurrent;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Live;

/// <summary>The state of every PBX's phones and groups, for routing live calls; from memory.</summary>
public sealed class LiveLines(CallBoard board)
{
    private readonly ConcurrentDictionary<(Guid PbxId, string Group), int> _starts = new();

    /// <summary>The lines of one PBX for one call.</summary>
    public ILines Of(Guid pbxId) => new Lines(this, pbxId);

    /// <summary>The lines of one PBX as a simulation sees them: reading moves nothing.</summary>
    public ILines Still(Guid pbxId) => new StillLines(this, pbxId);

    private int Start(Guid pbxId, string group) => _starts.GetValueOrDefault((pbxId, group));

    private sealed class Lines(LiveLines owner, Guid pbxId) : ILines
    {
        private IReadOnlySet<string>? _busy;

        public bool IsBusy(string extension) => (_busy ??= owner.Busy(pbxId)).Contains(extension);

        public int NextStart(string group) => owner._starts.AddOrUpdate((pbxId, group), 1, (_, start) => start == int.MaxValue ? 0 : start + 1) - 1;

        public DateTimeOffset? LastAnswered(string extension) => null;
    }

    private sealed class StillLines(LiveLines owner, Guid pbxId) : ILines
    {
        public bool IsBusy(string extension) => false;

        public int NextStart(string group) => owner.Start(pbxId, group);

        public DateTimeOffset? LastAnswered(string extension) => null;
    }

    private IReadOnlySet<string> Busy(Guid pbxId) => board.Busy(pbxId);
}
