using Bunit;
using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Features.BusinessHours;

namespace Opbx.Tests.Components;

public sealed class HolidayImportTests
{
    private static readonly BusinessHoursSchedule Office =
        new() { Name = "Office", Exceptions = [new HoursException { Name = "Christmas", Yearly = "12-25", Closed = true }] };
    private IReadOnlyList<HoursException>? _added;

    [Fact]
    public void Holidays_that_never_move_become_yearly_and_what_is_there_is_not_added_again()
    {
        using var kit = new Kit();
        Render(kit).FindAll("button").First(b => b.TextContent.StartsWith("Add ", StringComparison.Ordinal)).Click();
        Assert.Contains(_added!, e => e is { Yearly: "07-04", Date: null, Closed: true });
        Assert.Contains(_added!, e => e is { Date: "2026-11-26", Yearly: null, Closed: true });
        Assert.DoesNotContain(_added!, e => e.Yearly == "12-25");
    }

    [Fact]
    public void Days_that_are_not_wanted_are_left_out_and_none_need_to_be_yearly()
    {
        using var kit = new Kit();
        var import = Render(kit);
        import.FindAll("ul input")[0].Change(false);
        import.FindAll("input")[^1].Change(false);
        import.FindAll("button").First(b => b.TextContent.StartsWith("Add ", StringComparison.Ordinal)).Click();
        Assert.DoesNotContain(_added!, e => e.Date == "2026-01-01");
        Assert.All(_added!, e => Assert.NotNull(e.Date));
    }

    [Fact]
    public void Another_country_and_a_region_show_their_own_holidays()
    {
        using var kit = new Kit();
        var import = Render(kit);
        import.Find("#holiday-country").Change("DE");
        var whole = import.FindAll("ul li").Count;
        import.Find("#holiday-region").Change("BY");
        Assert.True(import.FindAll("ul li").Count > whole);
    }

    private IRenderedComponent<HolidayImport> Render(Kit kit) => kit.Render<HolidayImport>(p => p
        .Add(i => i.Schedule, Office)
        .Add(i => i.Today, new DateOnly(2026, 6, 1))
        .Add(i => i.Country, "US")
        .Add(i => i.OnImport, days => _added = days));
}
