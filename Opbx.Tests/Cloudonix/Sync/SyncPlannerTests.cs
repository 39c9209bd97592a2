using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Shared;

namespace Opbx.Tests.Cloudonix.Sync;

/// <summary>What is written at Cloudonix for which difference.</summary>
public sealed class SyncPlannerTests
{
    private static readonly Secret Ours = new("our-own-long-password");
    private static readonly Secret Fresh = new("freshly-made-password");
    private static readonly Guid Anna = Guid.NewGuid();
    private static readonly Guid Ben = Guid.NewGuid();

    [Fact]
    public void A_missing_subscriber_is_created_with_the_extension_s_password()
    {
        var step = Assert.IsType<CreateStep>(Assert.Single(Plan([Want(Anna, "1001")], [], [])));
        Assert.Equal(("1001", Ours, false), (step.Number, step.Password, step.NewPassword));
    }

    [Fact]
    public void An_extension_without_a_password_gets_a_new_one()
    {
        var step = Assert.IsType<CreateStep>(Assert.Single(Plan([Want(Anna, "1001") with { Password = null }], [], [])));
        Assert.Equal((Fresh, true), (step.Password, step.NewPassword));
    }

    [Fact]
    public void Equal_subscribers_are_not_written()
    {
        var step = Assert.Single(Plan([Want(Anna, "1001")], [Have(7, "1001")], [Row(Anna, 7, "1001")]));
        Assert.False(step.Writes);
        Assert.Null(Assert.IsType<KeepStep>(step).NewPassword);
    }

    [Fact]
    public void An_adopted_subscriber_keeps_a_password_of_twelve_characters()
    {
        var theirs = new Secret("123456789012");
        var step = Assert.IsType<KeepStep>(Assert.Single(Plan([Want(Anna, "1001")], [Have(7, "1001", theirs)], [])));
        Assert.False(step.Writes);
        Assert.Equal(theirs, step.NewPassword);
    }

    [Fact]
    public void An_adopted_subscriber_with_a_short_password_gets_ours()
    {
        var step = Assert.IsType<KeepStep>(Assert.Single(Plan([Want(Anna, "1001")], [Have(7, "1001", new Secret("12345678901"))], [])));
        Assert.Equal(new SubscriberUpdate(SipPassword: Ours), step.Update);
        Assert.Null(step.NewPassword);
    }

    [Fact]
    public void A_password_changed_at_Cloudonix_is_put_back()
    {
        var step = Assert.IsType<KeepStep>(
            Assert.Single(Plan([Want(Anna, "1001")], [Have(7, "1001", new Secret("somebody-elses-idea"))], [Row(Anna, 7, "1001")])));
        Assert.Equal(new SubscriberUpdate(SipPassword: Ours), step.Update);
    }

    [Fact]
    public void An_inactive_extension_switches_its_subscriber_off()
    {
        var step = Assert.IsType<KeepStep>(
            Assert.Single(Plan([Want(Anna, "1001") with { Active = false }], [Have(7, "1001")], [Row(Anna, 7, "1001")])));
        Assert.Equal(new SubscriberUpdate(Active: false), step.Update);
    }

    [Fact]
    public void An_inactive_extension_gets_no_subscriber() =>
        Assert.Empty(Plan([Want(Anna, "1001") with { Active = false }], [], []));

    [Fact]
    public void An_inactive_extension_does_not_take_a_foreign_subscriber_over() =>
        Assert.Empty(Plan([Want(Anna, "1001") with { Active = false }], [Have(7, "1001")], []));

    [Fact]
    public void A_deleted_extension_takes_its_subscriber_along()
    {
        var step = Assert.IsType<DeleteStep>(Assert.Single(Plan([], [Have(7, "1001")], [Row(Anna, 7, "1001")])));
        Assert.Equal(7, step.RemoteId);
    }

    [Fact]
    public void A_subscriber_that_is_gone_on_both_sides_is_only_forgotten()
    {
        var step = Assert.IsType<DeleteStep>(Assert.Single(Plan([], [], [Row(Anna, 7, "1001")])));
        Assert.Null(step.RemoteId);
        Assert.False(step.Writes);
    }

    [Fact]
    public void A_foreign_subscriber_is_left_alone() =>
        Assert.Empty(Plan([], [Have(7, "2000")], []));

    [Fact]
    public void A_subscriber_removed_at_Cloudonix_comes_back_with_the_same_password()
    {
        var step = Assert.IsType<CreateStep>(Assert.Single(Plan([Want(Anna, "1001")], [], [Row(Anna, 7, "1001")])));
        Assert.Equal(Ours, step.Password);
    }

    [Fact]
    public void Renumbering_moves_the_subscriber_instead_of_replacing_it()
    {
        var step = Assert.IsType<KeepStep>(Assert.Single(Plan([Want(Anna, "1005")], [Have(7, "1001")], [Row(Anna, 7, "1001")])));
        Assert.Equal((7, new SubscriberUpdate(Msisdn: "1005")), (step.RemoteId, step.Update));
    }

    [Fact]
    public void Swapping_two_numbers_never_asks_for_a_number_that_is_taken()
    {
        var bens = new Secret("bens-very-own-password");
        var steps = Plan(
            [Want(Anna, "1002"), Want(Ben, "1001") with { Password = bens }],
            [Have(7, "1001"), Have(8, "1002", bens)],
            [Row(Anna, 7, "1001"), Row(Ben, 8, "1002")]);
        Assert.All(steps, step => Assert.Null(Assert.IsType<KeepStep>(step).Update.Msisdn));
        Assert.Equal([(8, Ours), (7, bens)], steps.Cast<KeepStep>().Select(s => (s.RemoteId, s.Update.SipPassword!.Value)));
    }

    [Fact]
    public void A_subscriber_whose_creation_lost_its_answer_is_recognized_as_ours()
    {
        var step = Assert.IsType<DeleteStep>(Assert.Single(Plan([], [Have(7, "1001")], [Row(Anna, null, "1001")])));
        Assert.Equal(7, step.RemoteId);
    }

    [Fact]
    public void An_unknown_password_of_our_own_subscriber_is_taken_over_when_we_have_none()
    {
        var theirs = new Secret("123456789012");
        var step = Assert.IsType<KeepStep>(Assert.Single(Plan(
            [Want(Anna, "1001") with { Password = null }], [Have(7, "1001", theirs)], [Row(Anna, 7, "1001")])));
        Assert.Equal((false, theirs), (step.Writes, step.NewPassword!.Value));
    }

    [Fact]
    public void Subscribers_are_deleted_before_others_are_written()
    {
        var steps = Plan([Want(Ben, "1002")], [Have(7, "1001")], [Row(Anna, 7, "1001")]);
        Assert.Equal([typeof(DeleteStep), typeof(CreateStep)], steps.Select(s => s.GetType()));
    }

    [Fact]
    public void Passwords_never_appear_in_the_text_of_a_step()
    {
        var text = string.Join('\n', Plan([Want(Anna, "1001"), Want(Ben, "1002")], [Have(7, "1002", new Secret("short"))], []));
        Assert.Contains("1002", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ours.Reveal(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("short", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SyncStep> Plan(WantedSubscriber[] wanted, RemoteSubscriber[] remote, Subscriber[] rows) =>
        SyncPlanner.Plan(SubscriberComparer.Compare(wanted, remote, rows), () => Fresh);

    private static Subscriber Row(Guid id, long? remoteId, string number) => new() { ObjectId = id, RemoteId = remoteId, Msisdn = number };

    private static WantedSubscriber Want(Guid id, string number) => new(id, number, Active: true, Ours);

    private static RemoteSubscriber Have(long id, string number, Secret? password = null) =>
        new() { Id = id, Msisdn = number, Active = true, SipPassword = password ?? Ours };
}
