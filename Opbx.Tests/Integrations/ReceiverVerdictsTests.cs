using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class ReceiverVerdictsTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 8, 9, 0, 0, TimeSpan.Zero);

    private static ReceiverVerdict For(double days, int failures, double hoursApart, bool warned = true) => ReceiverVerdicts.Judge(
        new ReceiverRecord {
            FailingSince = Now.AddDays(-days), LastFailureAt = Now.AddDays(-days)
            .AddHours(hoursApart), Failures = failures, Warned = warned
        }, Now);

    [Theory]
    [InlineData(5, 20, 12, ReceiverVerdict.SwitchOff)]
    [InlineData(4.9, 20, 12, ReceiverVerdict.Fine)]
    [InlineData(5, 19, 12, ReceiverVerdict.Fine)]
    [InlineData(5, 20, 11.9, ReceiverVerdict.Fine)]
    public void It_is_switched_off_after_five_days_twenty_failures_and_twelve_hours(double days, int failures, double hours,
        ReceiverVerdict verdict) =>
        Assert.Equal(verdict, For(days, failures, hours));

    [Theory]
    [InlineData(2.5, 10, 6, false, ReceiverVerdict.Warn)]
    [InlineData(2.5, 10, 6, true, ReceiverVerdict.Fine)]
    [InlineData(2.4, 10, 6, false, ReceiverVerdict.Fine)]
    [InlineData(2.5, 9, 6, false, ReceiverVerdict.Fine)]
    public void Half_way_people_are_told_once(double days, int failures, double hours, bool warned, ReceiverVerdict verdict) =>
        Assert.Equal(verdict, For(days, failures, hours, warned));
}
