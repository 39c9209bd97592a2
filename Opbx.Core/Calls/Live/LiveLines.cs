using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Live;

/// <summary>The state of every PBX's phones and groups for routing live calls; from memory.</summary>
public sealed class LiveLines(LiveCallTracker tracker, PickedUpCalls pickedUp, GroupPositions positions, LastAnswers answers)
{
    public ILines For(Guid pbxId) => new Lines(this, pbxId);

    /// <summary>The lines of one PBX for simulations: reading advances nothing, and no real call rings there.</summary>
    public ILines Still(Guid pbxId) => new StillLines(this, pbxId);

    private GroupPositions Positions => positions;
    private LastAnswers Answers => answers;

    private RingingCall? RingingAt(Guid pbxId, string extension, string except) =>
        tracker.RingingAt(pbxId, extension, c => c.Token == except || pickedUp.Find(pbxId, c.Token)?.Room is not null) is { } call
            ? call.ForRouter()
            : null;

    private sealed class Lines(LiveLines owner, Guid pbxId) : ILines
    {
        private IReadOnlySet<string>? _busy;

        public bool IsBusy(string extension) => (_busy ??= owner.Busy(pbxId)).Contains(extension);
        public int NextStart(string group) => owner.Positions.Next(pbxId, group);
        public DateTimeOffset? LastAnswered(string extension) => owner.Answers.For(pbxId, extension);
        public RingingCall? RingingAt(string extension, string except) => owner.RingingAt(pbxId, extension, except);
        public PickedUpCall? PickedUp(string token) => owner.PickedUp(pbxId, token);
    }

    private sealed class StillLines(LiveLines owner, Guid pbxId) : ILines
    {
        public bool IsBusy(string extension) => false;
        public int NextStart(string group) => owner.Positions.Look(pbxId, group);
        public DateTimeOffset? LastAnswered(string extension) => owner.Answers.For(pbxId, extension);
        public RingingCall? RingingAt(string extension, string except) => null;
        public PickedUpCall? PickedUp(string token) => null;
    }

    private PickedUpCall? PickedUp(Guid pbxId, string token) => pickedUp.Find(pbxId, token);
    private IReadOnlySet<string> Busy(Guid pbxId) => tracker.Busy(pbxId);
}
