using Microsoft.Playwright;

namespace Opbx.Tests.Browser;

/// <summary>A menu is made with the keys of the picture, put in order, saved and found again.</summary>
public sealed class IvrMenuTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task A_menu_is_created_with_options_saved_and_found_again()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/ivr-menus");
        await owner.Link("New menu").ClickAsync();
        await owner.Heading("New menu").WaitForAsync();
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Evening menu");
        await owner.Page.GetByLabel("What callers hear: text").FillAsync("For appointments, press 1. For the front desk, press 0.");
        await owner.Button("Key 1: not used, add an option").ClickAsync();
        await OptionAsync(owner, 0, "Appointments", "Menu", "Appointments");
        await owner.Button("Key 0: not used, add an option").ClickAsync();
        await OptionAsync(owner, 1, "Front desk", "Ring group", "Front desk");
        await owner.Page.GetByText("Not used: 2 3 4 5 6 7 8 9 * #").WaitForAsync();
        await owner.Page.Locator(".picture").GetByText("Front desk (ring group)").First.WaitForAsync();

        await owner.Button("Move 0 Front desk up").ClickAsync();
        await owner.Page.GetByText("0 Front desk is now number 1 of 2.").WaitForAsync();
        Assert.Equal("0", await owner.Page.Locator("#field-options-0-digits").InputValueAsync());
        await owner.Page.Locator("#field-options-1-digits").FillAsync("0");
        await owner.Button("Create menu").ClickAsync();
        await owner.Page.GetByText("Another option has these keys already.").First.WaitForAsync();
        await owner.PictureAsync("menu-errors-light-1440");
        await owner.Page.Locator("#field-options-1-digits").FillAsync("12");
        await owner.Button("Create menu").ClickAsync();
        await owner.Heading("Evening menu").WaitForAsync();
        await owner.PictureAsync("menu-created-light-1440");
        await owner.Link("IVR menus").First.ClickAsync();
        await owner.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "0 Front desk, 12 Appointments" })
            .GetByRole(AriaRole.Link).ClickAsync();
        await owner.Heading("Evening menu").WaitForAsync();
        Assert.Equal("12", await owner.Page.Locator("#field-options-1-digits").InputValueAsync());
    }

    private static async Task OptionAsync(Visitor owner, int index, string label, string kind, string target)
    {
        var name = owner.Page.Locator($"#field-options-{index}-label");
        await name.WaitForAsync();
        await name.FillAsync(label);
        await owner.Page.Locator($"#field-options-{index}-destination").SelectOptionAsync(new SelectOptionValue { Label = kind });
        var picker = owner.Page.Locator(".rz-dropdown")
            .Filter(new LocatorFilterOptions { Has = owner.Page.Locator($"[aria-label='Leads to: {kind}']") });
        await picker.ClickAsync();
        await owner.Page.Locator(".rz-dropdown-item:visible").Filter(new LocatorFilterOptions { HasText = target }).First.ClickAsync();
        await owner.Page.Locator(".picture").GetByText(target).First.WaitForAsync();
    }
}
