using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Cloudonix.Sync;

namespace Opbx.Tests.Cloudonix.Sync;

/// <summary>Which subscriber belongs to which extension.</summary>
public sealed class SubscriberComparerTests
{
    private static readonly WantedSubscriber Anna = new(Guid.NewGuid(), "1001", Active: true, null);
    private static readonly WantedSubscriber Ben = new(Guid.NewGuid(), "1002", Active: true, null);

    [Fact]
    public void An_extension_without_a_subscriber_stands_alone() =>
        Assert.Equal([new SubscriberPair(Anna.ObjectId, "1001", Anna, null, IsOurs: false)], SubscriberComparer.Compare([Anna], [], []));

    [Fact]
    public void An_id_that_is_stored_makes_a_subscriber_ours() =>
        Assert.Equal([new SubscriberPair(Anna.ObjectId, "1001", Anna, Remote(7, "1001"), IsOurs: true)], Compare(Row(Anna, 7, "1001")));

    [Fact]
    public void A_subscriber_of_the_same_number_is_paired_but_not_ours() =>
        Assert.Equal([new SubscriberPair(Anna.ObjectId, "1001", Anna, Remote(7, "1001"), IsOurs: false)], Compare());

    [Fact]
    public void The_number_counts_more_than_the_stored_id()
    {
        var pairs = SubscriberComparer.Compare(
            [Anna, Ben], [Remote(7, "1002"), Remote(8, "1001")], [Row(Anna, 7, "1002"), Row(Ben, 8, "1001")]);
        Assert.Equal([(Anna, 8L), (Ben, 7L)], pairs.Select(p => (p.Wanted!, p.Remote!.Id)));
    }

    [Fact]
    public void Subscribers_without_an_extension_come_first_and_forgotten_rows_last()
    {
        var pairs = SubscriberComparer.Compare([Anna], [Remote(8, "1002")],
            [Row(new(Guid.NewGuid(), "1003", true, null), 9, "1003"), Row(Ben, 8, "1002")]);
        Assert.Equal([("1002", false, true), ("1001", true, false), ("1003", false, false)],
            pairs.Select(p => (p.Number, p.Wanted is not null, p.Remote is not null)));
    }

    [Fact]
    public void An_inactive_extension_pairs_only_with_a_subscriber_that_is_ours()
    {
        var inactive = Anna with { Active = false };
        Assert.Empty(SubscriberComparer.Compare([inactive], [Remote(7, "1001")], []));
        Assert.Single(SubscriberComparer.Compare([inactive], [Remote(7, "1001")], [Row(Anna, 7, "1001")]));
    }

    [Fact]
    public void A_subscriber_belongs_to_one_extension_only()
    {
        var pairs = SubscriberComparer.Compare([Anna, Ben with { Number = "1003" }], [Remote(7, "1001")],
            [Row(Anna, 7, "1001"), Row(Ben, 7, "1001")]);
        Assert.Equal([7L, null], pairs.Select(p => p.Remote?.Id));
    }

    private static IReadOnlyList<SubscriberPair> Compare(params Subscriber[] rows) =>
        SubscriberComparer.Compare([Anna], [Remote(7, "1001")], rows);

    private static Subscriber Row(WantedSubscriber extension, long? remoteId, string number) =>
        new() { ObjectId = extension.ObjectId, RemoteId = remoteId, Msisdn = number };

    private static RemoteSubscriber Remote(long id, string number) => new() { Id = id, Msisdn = number };
}
