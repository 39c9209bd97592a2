using Bunit;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Tests.Components;

public sealed class TextsTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, "just now")]
    [InlineData(60 * 5, "5 min ago")]
    [InlineData(3600 * 3, "today 12:00")]
    [InlineData(3600 * 16, "yesterday 23:00")]
    [InlineData(3600 * 24 * 3, "Tuesday 15:00")]
    [InlineData(3600 * 24 * 40, "Oct 11, 16:00")]
    public void Times_are_told_as_people_tell_them_in_the_phone_systems_zone(int secondsAgo, string expected) =>
        Assert.Equal(expected, DateTimes.Relative(Now.AddSeconds(-secondsAgo), Now, NewYork));

    [Fact]
    public void The_exact_time_names_its_zone() =>
        Assert.Equal("Fri, Nov 20 2026, 15:00:00 (America/New_York)", DateTimes.Exact(Now, NewYork));

    [Theory]
    [InlineData(5, "5 s")]
    [InlineData(65, "1 min 5 s")]
    [InlineData(120, "2 min")]
    [InlineData(3660, "1 h 1 min")]
    [InlineData(90_000, "25 h")]
    public void Durations_are_short(int seconds, string expected) =>
        Assert.Equal(expected, DateTimes.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("+12125550100", "US", "(212) 555-0100")]
    [InlineData("+12125550100", "DE", "+1 (212) 555-0100")]
    [InlineData("+442079460958", "US", "+44 20 7946 0958")]
    [InlineData("1001", "US", "1001")]
    [InlineData("", "US", "Unknown")]
    [InlineData("anonymous", "US", "anonymous")]
    public void Numbers_are_readable(string value, string country, string expected) =>
        Assert.Equal(expected, NumberText.Readable(value, country));

    [Fact]
    public void A_typed_number_loses_its_decoration() => Assert.Equal("+12125550100", NumberText.Plain("+1 (212) 555-0100"));

    [Theory]
    [InlineData("/extensions?page=2", "/extensions?page=2")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/a\r\nb", "/")]
    public void Return_addresses_stay_on_this_portal(string? wanted, string expected) => Assert.Equal(expected, LocalPath.From(wanted));

    [Fact]
    public void A_document_is_indented_and_its_text_never_becomes_markup()
    {
        using var kit = new Kit();
        var viewer = kit.Render<XmlViewer>(
            p => p.Add(v => v.Xml, "<Response><Say voice=\"woman\">5 &lt; 6 &amp; <![CDATA[<b>]]></Say><Hangup/></Response>"));
        Assert.Equal("<Response>\n  <Say voice=\"woman\">5 < 6 & <b></Say>\n  <Hangup/>\n</Response>\n", viewer.Find("code").TextContent);
        Assert.Empty(viewer.FindAll("b"));
        Assert.Equal("<broken", kit.Render<XmlViewer>(p => p.Add(v => v.Xml, "<broken")).Find("code").TextContent);
    }
}
