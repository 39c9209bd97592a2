using System.Collections.Concurrent;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Live;

/// <summary>The state of every PBX's phones and groups, for routing live calls; from memory.</summary>
public sealed class LiveLines(CallBoard board, PickedUpCalls pickedUp)
{
    private readonly ConcurrentDictionary<(Guid PbxId, string Group), int> _starts = new();

    /// <summary>The lines of one PBX for one call.</summary>
    public ILines Of(Guid pbxId) => new Lines(this, pbxId);

    /// <summary>The lines of one PBX as a simulation sees them: reading moves nothing, and no real call rings there.</summary>
    public ILines Still(Guid pbxId) => new StillLines(this, pbxId);

    private int Start(Guid pbxId, string group) => _starts.GetValueOrDefault((pbxId, group));

    private RingingCall? RingingAt(Guid pbxId, string extension, string except) =>
        board.RingingAt(pbxId, extension, c => c.Token == except || pickedUp.Find(pbxId, c.Token)?.Room is not null) is { } call
            ? new RingingCall(call.Token, call.Stage, call.Direction, call.From, call.To, call.PhoneNumber, call.CallerExtension, call.Ringing)
            : null;

    private sealed class Lines(LiveLines owner, Guid pbxId) : ILines
    {
        private IReadOnlySet<string>? _busy;

        public bool IsBusy(string extension) => (_busy ??= owner.Busy(pbxId)).Contains(extension);

        public int NextStart(string group) => owner._starts.AddOrUpdate((pbxId, group), 1, (_, start) => start == int.MaxValue ? 0 : start + 1) - 1;

        public DateTimeOffset? LastAnswered(string extension) => null;

        public RingingCall? RingingAt(string extension, string except) => owner.RingingAt(pbxId, extension, except);

        public PickedUpCall? PickedUp(string token) => owner.PickedUp(pbxId, token);
    }

    private sealed class StillLines(LiveLines owner, Guid pbxId) : ILines
    {
        public bool IsBusy(string extension) => false;

        public int NextStart(string group) => owner.Start(pbxId, group);

        public DateTimeOffset? LastAnswered(string extension) => null;

        public RingingCall? RingingAt(string extension, string except) => null;

        public PickedUpCall? PickedUp(string token) => null;
    }

    private PickedUpCall? PickedUp(Guid pbxId, string token) => pickedUp.Find(pbxId, token);

    private IReadOnlySet<string> Busy(Guid pbxId) => board.Busy(pbxId);
}
