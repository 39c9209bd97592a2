using Opbx.Core.Calls;
using Opbx.Core.Configuration;
using Opbx.Core.Ivr;
using Opbx.Core.Reports;
using Opbx.Core.RingGroups;

namespace Opbx.Tests.Reports;

/// <summary>Counting calls in the days and hours of a time zone.</summary>
public sealed class ReportBuilderTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly PbxDocument Document = new() { RingGroups = [new RingGroup { Name = "Sales" }], IvrMenus = [new IvrMenu { Name = "Main" }] };

    [Fact]
    public void A_call_belongs_to_the_day_and_hour_of_the_phone_systems_zone()
    {
        // 23:30 on March 7 in New York, one day later in UTC; then the day on which the clock springs forward.
        var report = Report("2026-03-07", "2026-03-08", Call("2026-03-08T04:30:00Z"), Call("2026-03-08T07:30:00Z"), Call("2026-03-09T04:30:00Z"));
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
        var report = Report("2026-03-02", "2026-03-02", [.. Enum.GetValues<Disposition>().Select(d => Call("2026-03-02T15:00:00Z") with { Disposition = d, BillableSeconds = 40 })]);
        Assert.Equal(new Tally(7, 1, 4, 1, 1, 40), report.All);
        Assert.Equal(1 / 6.0, report.All.AnswerRate, 3);
        Assert.Equal(40, report.All.AverageTalk);
    }

    [Fact]
    public void Waiting_counts_answered_calls_only()
    {
        var report = Report("2026-03-02", "2026-03-02", [.. new[] { 4, 5, 6, 12, 90 }.Select(Answered), Call("2026-03-02T15:00:00Z") with { Disposition = Disposition.Missed }]);
        Assert.Equal((23, 6, 90, 90), (report.Waiting.Average, report.Waiting.Median, report.Waiting.Most, report.Waiting.Longest));
        Assert.Equal([2, 1, 1, 0, 0, 1], report.Waiting.Steps);
    }

    [Fact]
    public void A_group_counts_once_and_a_choice_is_what_was_pressed_in_a_menu()
    {
        var report = Report("2026-03-02", "2026-03-02", Call("2026-03-02T15:00:00Z") with { Path = """["+12125550100","Main","2","Sales","1001","Sales"]""", Extensions = "|1001|1002|", PhoneNumber = "+12125550100" });
        Assert.Equal(["Sales"], report.Groups.Select(g => g.Key));
        Assert.Equal(["Main: 2"], report.Choices.Select(c => c.Key));
        Assert.Equal(["1001", "1002"], report.Extensions.Select(e => e.Key));
        Assert.Equal(["+12125550100"], report.Numbers.Select(n => n.Key));
        Assert.Equal(1, report.Groups[0].Calls.Total);
    }

    [Fact]
    public void Nothing_is_a_report_too()
    {
        var report = Report("2026-03-02", "2026-03-03");
        Assert.Equal((0, 2, 0), (report.All.Total, report.Days.Count, report.Waiting.Average));
        Assert.Equal(0, report.All.AnswerRate);
    }

    private static ReportedCall Answered(int wait) => Call("2026-03-02T15:00:00Z") with { Disposition = Disposition.Answered, WaitSeconds = wait };

    private static ReportedCall Call(string at) => new() { StartedAt = DateTimeOffset.Parse(at, null), Disposition = Disposition.Missed };

    private static CallReport Report(string first, string last, params ReportedCall[] calls)
    {
        var builder = new ReportBuilder(new ReportRange(DateOnly.Parse(first, null), DateOnly.Parse(last, null), NewYork), Document);
        foreach (var call in calls) builder.Add(call);
        return builder.Build();
    }
}
