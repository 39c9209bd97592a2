using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Decides what to do for each pair of extension and subscriber. Pure.</summary>
public static class SyncPlanner
{
    /// <summary>A subscriber created by someone else keeps a password of at least this length, so that its phone keeps working.</summary>
    public const int ShortestKeptPassword = 12;

    /// <summary>One step per pair, in order; steps without writes mean that they agree.</summary>
    public static IReadOnlyList<SyncStep> Plan(IReadOnlyList<SubscriberPair> pairs, Func<Secret> newPassword) =>
        [.. pairs.Select(SyncStep (pair) => pair switch
    {
        { Wanted: { } extension, Remote: { } remote } => Keep(extension, remote, pair.IsOurs, newPassword),
        { Wanted: { } extension } => new CreateStep(
            extension.ObjectId, extension.Number, extension.Password ?? newPassword(), NewPassword: extension.Password is null),
        _ => new DeleteStep(pair.ObjectId, pair.Number, pair.Remote?.Id),
    })];

    private static KeepStep Keep(WantedSubscriber extension, RemoteSubscriber remote, bool isOurs, Func<Secret> newPassword)
    {
        var theirs = remote.SipPassword?.Reveal() ?? "";
        var keepTheirs = (!isOurs || extension.Password is null) && theirs.Length >= ShortestKeptPassword;
        var password = keepTheirs ? new Secret(theirs) : extension.Password ?? newPassword();
        return new KeepStep(
            extension.ObjectId,
            extension.Number,
            remote.Id,
            new SubscriberUpdate(
                remote.Msisdn == extension.Number ? null : extension.Number,
                password == remote.SipPassword ? null : password,
                remote.Active == extension.Active ? null : extension.Active),
            password == extension.Password ? null : password);
    }
}
