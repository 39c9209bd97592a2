using Opbx.Core.Calls;
using Opbx.Core.Document;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Reports;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Reports;

/// <summary>Counting calls in the days and hours of a time zone.</summary>
public sealed class ReportBuilderTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly PbxDocument Document = new() { RingGroups = [new RingGroup { Name = "Sales" }] };

    [Fact]
    public void A_call_belongs_to_the_day_and_hour_of_the_phone_systems_zone()
    {
        // 23:30 on March 7 in New York, one day later in UTC; then the day on which the clock springs forward.
        var report = Report("2026-03-07", "2026-03-08", Call("2026-03-08T04:30:00Z"), Call("2026-03-08T07:30:00Z"),
            Call("2026-03-09T04:30:00Z"));
        Assert.Equal([1, 1], report.Days.Select(d => d.Calls.Total));
        Assert.Equal(1, report.Hours[23].Total);
        Assert.Equal(1, report.Hours[3].Total);
        Assert.Equal((1, 1), (report.Week[5][23], report.Week[6][3]));
        Assert.Equal(2, report.All.Total);
    }

    [Fact]
    public void The_range_covers_whole_days_also_when_one_has_23_hours()
    {
        var range = new ReportRange(new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 8), NewYork);
        Assert.Equal(TimeSpan.FromHours(23), range.End - range.Start);
        Assert.Equal(1, range.Days);
    }

    [Fact]
    public void Outcomes_are_counted_by_whether_a_person_was_reached()
    {
        var report = Report(
            "2026-03-02", "2026-03-02",
            [.. Enum.GetValues<Disposition>()
                .Select(d => Call("2026-03-02T15:00:00Z") with { Disposition = d, AnsweredBy = "1001", BillableSeconds = 40 })]);
        Assert.Equal(new Tally(7, 1, 4, 1, 1, new Talk(1, 40)), report.All);
        Assert.Equal(1 / 6.0, report.All.AnswerRate, 3);
        Assert.Equal(40, report.All.Talk.Average);
    }

    [Fact]
    public void Waiting_counts_answered_calls_only()
    {
        var report = Report("2026-03-02", "2026-03-02",
            [.. new[] { 4, 5, 6, 12, 90 }.Select(Answered), Call("2026-03-02T15:00:00Z") with { Disposition = Disposition.Missed }]);
        Assert.Equal((23, 6, 90, 90), (report.Waiting.Average, report.Waiting.Median, report.Waiting.Most, report.Waiting.Longest));
        Assert.Equal([2, 1, 1, 0, 0, 1], report.Waiting.Steps);
    }

    [Fact]
    public void A_group_counts_once()
    {
        var report = Report("2026-03-02", "2026-03-02", Call("2026-03-02T15:00:00Z")
            with { Path = """["+12125550100","Main","2","Sales","1001","Sales"]""", PhoneNumber = "+12125550100" });
        Assert.Equal(["Sales"], report.Groups.Select(g => g.Key));
        Assert.Equal(["+12125550100"], report.Numbers.Select(n => n.Key));
        Assert.Equal(1, report.Groups[0].Calls.Total);
    }

    /// <summary>The first caller presses 2 twice; the second presses nothing, so that the menu's fallback rings 1001; the third dials 1002
    /// in the menu.</summary>
    [Fact]
    public void A_choice_is_what_was_pressed_and_no_extension_that_a_menu_led_to()
    {
        var report = Report(
            "2026-03-02", "2026-03-02",
            Chose([new MenuReached("Main")], [new OptionChosen("Main", "2", "Sales")], [new OptionChosen("Main", "2", "Sales")])
                with { Path = """["Main","2","Main","2","Sales"]""" },
            Call("2026-03-02T15:00:00Z") with { Path = """["Main","1001"]""" },
            Chose([new MenuReached("Main")], [Histories.Rings("1002")]) with { Path = """["Main","1002"]""" });
        var choice = Assert.Single(report.Choices);
        Assert.Equal(("Main", "2", 1), (choice.Menu, choice.Digits, choice.Calls.Total));
    }

    [Fact]
    public void A_call_counts_as_answered_for_the_extension_that_answered_it_only()
    {
        var rang = Call("2026-03-02T15:00:00Z") with { Extensions = "|1001|1002|", Duration = 70, WaitSeconds = 10, BillableSeconds = 65 };
        var report = Report(
            "2026-03-02", "2026-03-02",
            rang with { Disposition = Disposition.Answered, AnsweredBy = "1002" },
            rang with { Disposition = Disposition.Answered, AnsweredBy = "+13105550199" },
            rang with { Disposition = Disposition.Voicemail });
        Assert.Equal(
            [new ExtensionTally("1001", 3, 0, 2, 1, 0, new Talk(0, 0)), new ExtensionTally("1002", 3, 1, 1, 1, 0, new Talk(1, 60))],
            report.Extensions);
    }

    [Fact]
    public void A_call_is_outgoing_for_the_extension_that_made_it()
    {
        var inside = Call("2026-03-02T15:00:00Z")
            with {
            Extensions = "|1002|1001|",
            CallerExtension = "1001",
            Disposition = Disposition.Answered,
            AnsweredBy = "1002",
            Duration = 30,
            WaitSeconds = 10
        };
        var report = Report("2026-03-02", "2026-03-02", inside, inside with { Extensions = "|1001|", AnsweredBy = "+13105550199" });
        Assert.Equal(
            [new ExtensionTally("1001", 0, 0, 0, 0, 2, new Talk(0, 0)), new ExtensionTally("1002", 1, 1, 0, 0, 0, new Talk(1, 20))],
            report.Extensions);
    }

    /// <summary>The platform bills from the moment when the menu answered; the caller talked from the moment when a person did.</summary>
    [Fact]
    public void Talk_is_what_the_call_log_shows()
    {
        var (row, _) =
            Histories.Fold(
                [Histories.Stage(1, new MenuReached("Main")), Histories.Update("answer", 1), Histories.Stage(2, Histories.Rings("1001")),
                    Histories.Update("ringing", 6, 201), Histories.Update("connected", 15, 201), Histories.Record("ANSWER", 60)]);
        var call = new ReportedCall {
            StartedAt = row.StartedAt, Disposition = row.Disposition!.Value, AnsweredBy = row.AnsweredBy,
            Duration = row.Duration, WaitSeconds = row.WaitSeconds, BillableSeconds = row.BillableSeconds
        };
        Assert.Equal((45, 55), (Core.Calls.Log.CallSummary.Create(row).TalkSeconds!.Value, row.BillableSeconds!.Value));
        Assert.Equal(new Talk(1, 45), Report("2026-03-02", "2026-03-02", call).All.Talk);
    }

    [Fact]
    public void Nothing_is_a_report_too()
    {
        var report = Report("2026-03-02", "2026-03-03");
        Assert.Equal((0, 2, 0), (report.All.Total, report.Days.Count, report.Waiting.Average));
        Assert.Equal(0, report.All.AnswerRate);
    }

    private static ReportedCall Chose(params RoutingEvent[][] stages) =>
        Call("2026-03-02T15:00:00Z")
            with { Facts = Histories.Fold(stages.Select((events, i) => Histories.Stage(i + 1, events))).Call.Facts };

    private static ReportedCall Answered(int wait) =>
        Call("2026-03-02T15:00:00Z") with { Disposition = Disposition.Answered, WaitSeconds = wait };

    private static ReportedCall Call(string at) => new() { StartedAt = DateTimeOffset.Parse(at, null), Disposition = Disposition.Missed };

    private static CallReport Report(string first, string last, params ReportedCall[] calls)
    {
        var builder = new ReportBuilder(new ReportRange(DateOnly.Parse(first, null), DateOnly.Parse(last, null), NewYork), Document);
        foreach (var call in calls) builder.Add(call);
        return builder.Build();
    }
}
