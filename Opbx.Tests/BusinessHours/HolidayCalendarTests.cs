using System.Globalization;
using Opbx.Core.Document.BusinessHours.Holidays;

namespace Opbx.Tests.BusinessHours;

public sealed class HolidayCalendarTests
{
    [Theory]
    [InlineData("US", null, "2026-11-26", "Thanksgiving Day", false)]
    [InlineData("US", null, "2026-07-04", "Independence Day", true)]
    [InlineData("US", null, "2026-07-03", "Independence Day (substitute day)", false)]
    [InlineData("DE", null, "2026-04-03", "Good Friday", false)]
    [InlineData("DE", null, "2026-10-03", "National Holiday", true)]
    [InlineData("DE", "BY", "2026-01-06", "Epiphany", true)]
    [InlineData("GB", null, "2026-12-25", "Christmas Day", true)]
    [InlineData("GB", "ENG", "2026-08-31", null, false)]
    [InlineData("FR", null, "2027-05-06", "Ascension Day", false)]
    [InlineData("AT", null, "2026-10-26", "National Holiday", true)]
    [InlineData("CA", null, "2026-07-01", "Canada Day", true)]
    [InlineData("CA", "QC", "2026-06-24", null, true)]
    [InlineData("JP", null, "2026-02-11", null, true)]
    [InlineData("BR", null, "2026-09-07", null, true)]
    [InlineData("AU", null, "2026-01-26", "Australia Day", false)]
    [InlineData("CH", "ZH", "2026-08-01", null, true)]
    [InlineData("TR", null, "2026-03-20", "End of Ramadan (Eid al-Fitr)", false)]
    public void Known_days_are_there(string country, string? region, string date, string? name, bool isFixed)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var found = Assert.Single(HolidayCalendar.For(country, region, day.Year), h => h.Date == day);
        if (name is not null) Assert.Equal(name, found.Name);
        Assert.Equal(isFixed, found.Fixed);
    }

    [Fact]
    public void A_region_keeps_what_its_country_keeps_unless_it_differs()
    {
        var country = HolidayCalendar.For("DE", null, 2026);
        var region = HolidayCalendar.For("DE", "BY", 2026);
        Assert.DoesNotContain(country, h => h.Name == "Epiphany");
        Assert.All(country, h => Assert.Contains(h, region));
        Assert.Equal(country, HolidayCalendar.For("DE", "no such region", 2026));
        Assert.Contains(HolidayCalendar.Regions("DE"), r => r is { Code: "BY", Name: "Bayern" });
    }

    [Fact]
    public void At_least_forty_countries_have_holidays_in_every_year()
    {
        Assert.True(HolidayCalendar.Countries.Count > 150);
        var full = HolidayCalendar.Countries.Count(
            c => Enumerable.Range(HolidayCalendar.FirstYear, HolidayCalendar.LastYear - HolidayCalendar.FirstYear + 1)
            .All(y => HolidayCalendar.For(c.Code, null, y).Count >= 4));
        Assert.True(full > 150, $"{full} countries");
    }

    [Fact]
    public void Every_day_of_every_place_can_be_an_exception_and_comes_in_order()
    {
        foreach (var country in HolidayCalendar.Countries)
        {
            foreach (var region in HolidayCalendar.Regions(country.Code).Select(r => r.Code).Prepend(null))
            {
                var days = HolidayCalendar.For(country.Code, region, 2028);
                Assert.Equal(days.Select(d => d.Date).Order(), days.Select(d => d.Date));
                Assert.All(days, d => Assert.InRange(d.Name.Length, 1, 100));
            }
        }
    }

    [Fact]
    public void What_is_unknown_has_no_holidays()
    {
        Assert.Empty(HolidayCalendar.For("XX", null, 2026));
        Assert.Empty(HolidayCalendar.For("DE", null, HolidayCalendar.FirstYear - 1));
        Assert.Empty(HolidayCalendar.For("DE", null, HolidayCalendar.LastYear + 1));
        Assert.Empty(HolidayCalendar.Regions("XX"));
        Assert.Contains("CC BY-SA", HolidayCalendar.Source, StringComparison.Ordinal);
    }
}
