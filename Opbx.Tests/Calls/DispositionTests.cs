using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.Trace;
using static Opbx.Tests.Support.Data.Histories;

namespace Opbx.Tests.Calls;

/// <summary>How calls end, told in the order in which things happen.</summary>
public sealed class DispositionTests
{
    [Fact]
    public void A_phone_that_answers_is_who_answered() =>
        Ends(Disposition.Answered, "1001", Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 5, 201),
            Stage(2, new RingEnded(RingResult.Answered, "1001")), Update("answer", 30, 201, ended: true), Record("ANSWER", 30));

    [Fact]
    public void In_a_group_the_connected_subscriber_is_who_answered() =>
        Ends(Disposition.Answered, "1002", Stage(1, Rings("1001", "1002")), Update("ringing", 2, 201), Update("connected", 5, 202),
            Stage(2, new RingEnded(RingResult.Answered, null)), Record("ANSWER", 30));

    [Fact]
    public void A_caller_who_hangs_up_while_talking_was_answered() =>
        Ends(Disposition.Answered, "1001", Stage(1, new MenuReached("Main")),
            Stage(2, new OptionChosen("Main", "1", "Sales"), Rings("1001")), Update("ringing", 2, 201), Update("connected", 5, 201),
            Record("ANSWER", 30));

    [Fact]
    public void Only_the_phone_can_have_answered_when_no_document_speaks() =>
        Ends(Disposition.Answered, "1001", Stage(1, Rings("1001")), Record("ANSWER", 30));

    [Fact]
    public void The_platforms_answer_is_no_person() =>
        Ends(Disposition.Missed, null, Stage(1, Rings("1001")), Update("answer", 4, 201),
            Stage(2, new RingEnded(RingResult.NoAnswer, null), new Spoken()), Update("answer", 30, 201, ended: true), Record("ANSWER", 30));

    [Fact]
    public void A_subscriber_left_over_from_an_earlier_dial_answers_nothing() =>
        Ends(Disposition.Answered, null, Stage(1, Rings("1001")), Update("ringing", 2, 201),
            Stage(2, new RingEnded(RingResult.NoAnswer, null), new ConferenceEntered("Board")), Update("connected", 22, 201),
            Record("ANSWER", 60));

    [Fact]
    public void A_call_taken_into_a_room_while_it_rings_is_not_answered_by_the_phone() =>
        Ends(Disposition.Answered, null, Stage(1, Rings("1001")), Update("ringing", 2, 201), Stage(2, new ConferenceEntered("pickup")),
            Update("connected", 8, 201), Record("ANSWER", 60));

    [Fact]
    public void After_a_transfer_the_last_who_answered_is_who_answered() =>
        Ends(Disposition.Answered, "1002", Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 5, 201),
            Stage(12, new Transferred(true, "1001"), Rings("1002")), Update("ringing", 22, 202), Update("connected", 25, 202),
            Record("ANSWER", 60));

    [Fact]
    public void A_transfer_that_nobody_takes_leaves_who_answered_before() =>
        Ends(Disposition.Answered, "1001", Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 5, 201),
            Stage(12, new Transferred(true, "1001"), Rings("1002")), Update("ringing", 22, 202), Record("ANSWER", 60));

    [Fact]
    public void A_transfer_while_it_rings_is_no_answer() =>
        Ends(Disposition.Canceled, null, Stage(1, Rings("1001")), Update("ringing", 2, 201),
            Stage(12, new Transferred(false, null), Rings("1002")), Update("ringing", 22, 202), Record("CANCEL", 30, answered: false));

    [Fact]
    public void A_transferred_call_is_told_as_answered_once()
    {
        var (_, told) =
            Fold([Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 5, 201),
                Stage(12, new Transferred(true, "1001"), Rings("1002")), Update("ringing", 22, 202), Update("connected", 25, 202),
                Record("ANSWER", 60)]);
        Assert.Single(told, "answered");
    }

    [Theory]
    [InlineData("ANSWER", Disposition.Answered)]
    [InlineData("NOANSWER", Disposition.Canceled)]
    public void A_supervisors_phone_is_no_call_that_is_told_or_missed(string record, Disposition expected)
    {
        var (call, told) =
            Fold([Stage(1, CallDirection.Internal, new CallJoined("other")), Update("ringing", 2),
                Record(record, 30, answered: record == "ANSWER")]);
        Assert.Equal(expected, call.Disposition);
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(999L)]
    public void The_only_ringing_phone_is_the_one_connected_when_the_platform_names_none(long? subscriber)
    {
        var (call, told) = Fold([Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 7, subscriber)]);
        Assert.Equal("1001", call.AnsweredBy);
        Assert.Single(told, "answered");
    }

    [Fact]
    public void Of_several_phones_nobody_is_told_before_it_is_known_who_answered()
    {
        var (_, told) = Fold([Stage(1, Rings("1001", "1002")), Update("ringing", 2, 201), Update("connected", 7)]);
        Assert.DoesNotContain("answered", told);
    }

    [Fact]
    public void An_assistant_that_takes_the_call_is_no_person_who_answered()
    {
        var (call, told) =
            Fold([Stage(1, new HandedOver("9000")), Update("ringing", 2), Update("connected", 7), Stage(2), Record("ANSWER", 60)]);
        Assert.Equal(Disposition.Answered, call.Disposition);
        Assert.DoesNotContain("answered", told);
    }

    [Fact]
    public void A_menu_is_part_of_the_waiting_and_not_of_the_talk()
    {
        var (call, _) =
            Fold([Stage(1, new MenuReached("Main")), Update("answer", 1),
                Stage(2, new OptionChosen("Main", "1", "Sales"), new RingStarted(["1001"], [], "Sales")), Update("ringing", 6, 201),
                Update("connected", 15, 201), Record("ANSWER", 60)]);
        Assert.Equal((15, "|Sales|"), (call.WaitSeconds!.Value, call.Groups));
        Assert.Equal(45, Core.Calls.Log.CallSummary.Create(call).TalkSeconds);
    }

    [Fact]
    public void Who_is_never_answered_waits_until_the_end()
    {
        var (call, _) = Fold([Stage(1, Rings("1001")), Update("ringing", 2, 201), Record("CANCEL", 9, answered: false)]);
        Assert.Equal(9, call.WaitSeconds);
        Assert.Null(Core.Calls.Log.CallSummary.Create(call).TalkSeconds);
    }

    [Fact]
    public void Without_menus_the_platforms_answer_ends_the_waiting()
    {
        var (call, _) = Fold([Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("connected", 7, 201), Record("ANSWER", 30)]);
        Assert.Equal(5, call.WaitSeconds);
    }

    [Fact]
    public void Speech_alone_is_missed() => Ends(Disposition.Missed, null, Stage(1, new Spoken()), Record("ANSWER", 8));

    [Fact]
    public void A_menu_alone_is_missed() =>
        Ends(Disposition.Missed, null, Stage(1, new MenuReached("Main")), Stage(2, new Spoken()), Record("ANSWER", 8));

    [Fact]
    public void Giving_up_while_it_rings_is_canceled() =>
        Ends(Disposition.Canceled, null, Stage(1, Rings("1001")), Update("ringing", 2, 201), Update("cancel", 9, 201, ended: true),
            Record("CANCEL", 9, answered: false));

    [Fact]
    public void Giving_up_while_it_rings_after_a_menu_is_canceled_too() =>
        Ends(Disposition.Canceled, null, Stage(1, new MenuReached("Main")), Update("answer", 1),
            Stage(2, new OptionChosen("Main", "1", "Sales"), Rings("1001")), Update("ringing", 6, 201), Record("ANSWER", 9));

    [Fact]
    public void Busy_with_nothing_configured_is_busy() =>
        Ends(Disposition.Busy, null, Stage(1, Rings("1001")), Stage(2, new RingEnded(RingResult.Busy, null), new Spoken()),
            Record("ANSWER", 9));

    [Fact]
    public void Do_not_disturb_with_nothing_configured_is_busy()
    {
        var plan = DialPlan.Compile(Samples.Acme(d =>
        {
            d["extensions"]![0]!["doNotDisturb"] = true;
            d["extensions"]![0]!.AsObject().Remove("voicemail");
            d["extensions"]![0]!.AsObject().Remove("forwarding");
        }));
        var routed = CallRouter.Route(
            plan, new CallFacts { Token = "t", From = "+12025550143", To = "+12125550101", Origin = CallOrigin.Outside },
            new RoutingContext(TimeProvider.System.GetUtcNow(), new SeededDice(1), new TestLines()));
        Ends(Disposition.Busy, null, Stage(1, [.. routed.Events]), Record("ANSWER", 3));
    }

    [Fact]
    public void Busy_and_then_a_mailbox_without_message_is_missed() =>
        Ends(Disposition.Missed, null, Stage(1, Rings("1001")),
            Stage(2, new RingEnded(RingResult.Busy, null), new Spoken(), new MessageOffered("1001")), Record("ANSWER", 9), Settled(30));

    [Fact]
    public void A_message_that_ends_by_hanging_up_is_voicemail() =>
        Ends(Disposition.Voicemail, null, Stage(1, new MessageOffered("1001")), Record("ANSWER", 20), Recorded(22, mailbox: 1));

    [Fact]
    public void Whether_a_call_was_missed_is_open_while_a_message_may_still_be_told()
    {
        var (call, told) = Fold([Stage(1, new MessageOffered("1001")), Record("ANSWER", 20)]);
        Assert.NotNull(call.SettlesAt);
        Assert.DoesNotContain("missed", told);
        Assert.DoesNotContain("ended", told);
    }

    [Fact]
    public void A_recording_status_without_recording_ends_the_waiting() =>
        Ends(Disposition.Missed, null, Stage(1, new MessageOffered("1001")), Record("ANSWER", 20), Recorded(21, "absent", mailbox: 1));

    [Fact]
    public void A_message_told_twice_is_told_once()
    {
        var (_, told) =
            Fold([Stage(1, new MessageOffered("1001")), Recorded(20, mailbox: 1), Recorded(20, mailbox: 1),
                Stage(2, new MessageLeft("1001", "https://media.cloudonix.io/r1.mp3", 7)), Record("ANSWER", 22)]);
        Assert.Single(told, "voicemail1");
    }

    [Fact]
    public void A_recording_that_names_no_mailbox_is_a_message_when_the_caller_was_at_one() =>
        Ends(Disposition.Voicemail, null, Stage(1, new MessageOffered("1001")), Recorded(19), Record("ANSWER", 20));

    [Fact]
    public void A_recorded_conversation_is_no_message()
    {
        var (call, told) = Fold([Stage(1, Rings("1001")), Update("connected", 5, 201), Recorded(20), Record("ANSWER", 30)]);
        Assert.Equal((true, null), (call.HasRecording, call.VoicemailExtension));
        Assert.DoesNotContain("voicemail1", told);
    }

    [Fact]
    public void Who_listens_to_the_own_mailbox_was_answered() =>
        Ends(Disposition.Answered, null, Stage(1, CallDirection.Internal, new MailboxOpened("1001"), new Spoken()), Record("ANSWER", 20));

    [Fact]
    public void A_message_left_is_voicemail() =>
        Ends(Disposition.Voicemail, null, Stage(1, new MessageOffered("1001")),
            Stage(2, new MessageLeft("1001", "https://x.cloudonix.io/a", 6)), Record("ANSWER", 20));

    [Fact]
    public void A_blocked_caller_is_blocked() =>
        Ends(Disposition.Blocked, null, Stage(1, new CallerBlocked("+1900*"), new Spoken()), Record("ANSWER", 3));

    [Fact]
    public void A_refused_call_is_busy_or_failed()
    {
        Ends(Disposition.Busy, null, Stage(1, new CallRefused(Busy: true)), Record("BUSY", 1, answered: false));
        Ends(Disposition.Failed, null, Stage(1, new CallRefused(Busy: false)), Record("BUSY", 1, answered: false));
    }

    [Fact]
    public void An_outside_number_that_answers_is_who_answered() =>
        Ends(Disposition.Answered, "+13105550199", Stage(1, CallDirection.Outbound, new OutboundPlaced("1001", "+13105550199", null)),
            Update("ringing", 2), Update("connected", 5), Record("ANSWER", 30));

    [Theory]
    [InlineData("ANSWERED", Disposition.Answered)]
    [InlineData("CONNECTED", Disposition.Answered)]
    [InlineData("NO ANSWER", Disposition.Missed)]
    [InlineData("noanswer", Disposition.Missed)]
    [InlineData("CANCEL", Disposition.Canceled)]
    [InlineData("BUSY", Disposition.Busy)]
    [InlineData("CONGESTION", Disposition.Failed)]
    [InlineData("SOMETHING NEW", Disposition.Failed)]
    public void A_record_of_an_unknown_call_is_trusted(string word, Disposition expected) => Ends(expected, null, Record(word, 12));

    [Fact]
    public void The_record_with_the_latest_time_has_the_last_word()
    {
        Assert.Equal(40, Fold([Record("ANSWER", 30), Record("ANSWER", 40)]).Call.Duration);
        Assert.Equal(40, Fold([Record("ANSWER", 40), Record("ANSWER", 30)]).Call.Duration);
    }

    private static void Ends(Disposition expected, string? by, params CallNews[] facts)
    {
        var (call, told) = Fold(facts);
        Assert.Equal((expected, by), (call.Disposition!.Value, call.AnsweredBy));
        Assert.Equal(CallState.Ended, call.State);
        Assert.Equal(expected == Disposition.Missed, told.Contains("missed"));
        Assert.Single(told, "ended");
    }
}
