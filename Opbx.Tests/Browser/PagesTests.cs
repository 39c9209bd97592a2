using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;

namespace Opbx.Tests.Browser;

/// <summary>Every page with realistic data: looks, accessibility, width, and what people do on it.</summary>
public sealed class PagesTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("dashboard", "/"),
        ("extensions", "/extensions"),
        ("extensions-nothing", "/extensions?search=nobody-is-called-like-this"),
        ("extension", "/extensions/1003"),
        ("extension-new", "/extensions/new"),
        ("extension-group", "/extensions/2000"),
        ("extension-missing", "/extensions/9999"),
        ("phone-numbers", "/phone-numbers"),
        ("phone-number", "/phone-numbers/12125550101"),
        ("phone-number-new", "/phone-numbers/new"),
        ("ring-groups", "/ring-groups"),
        ("ring-group", "/ring-groups/Front%20desk"),
        ("ring-group-long", "/ring-groups/Everybody%20who%20can%20help%20with%20appointments%2C%20orders%20and%20questions"),
        ("ring-group-new", "/ring-groups/new"),
        ("ring-group-missing", "/ring-groups/Nobody"),
        ("conference-rooms", "/conference-rooms"),
        ("conference-room", "/conference-rooms/Board"),
        ("conference-room-new", "/conference-rooms/new"),
        ("conference-room-missing", "/conference-rooms/Nowhere"),
        ("prompts", "/prompts"),
        ("prompt", "/prompts/Welcome"),
        ("prompt-missing-sound", "/prompts/Old%20greeting"),
        ("prompt-new", "/prompts/new"),
        ("outbound-rules", "/outbound-rules"),
        ("outbound-rule", "/outbound-rules/United%20States"),
        ("outbound-rule-new", "/outbound-rules/new"),
        ("blocked-callers", "/blocked-callers"),
        ("blocked-caller", "/blocked-callers/%2B1900"),
        ("blocked-caller-new", "/blocked-callers/new"),
        ("menus", "/ivr-menus"),
        ("menu", "/ivr-menus/Reception%20menu"),
        ("menu-new", "/ivr-menus/new"),
        ("menu-missing", "/ivr-menus/Nothing"),
        ("business-hours", "/business-hours"),
        ("business-hours-office", "/business-hours/Office"),
        ("business-hours-closed", "/business-hours/Bar%20of%20the%20clubhouse%2C%20open%20late%20on%20weekends"),
        ("business-hours-new", "/business-hours/new"),
        ("business-hours-missing", "/business-hours/Nothing"),
        ("voicemail", "/voicemail"),
        ("voicemail-new", "/voicemail?show=new&mailbox=1001"),
        ("voicemail-nothing", "/voicemail?search=5559999"),
        ("recordings", "/recordings"),
        ("live-calls-nothing", "/live-calls"),
        ("calls", "/calls"),
        ("calls-nothing", "/calls?search=99999999"),
        ("history", "/history"),
        ("history-nothing", "/history?search=nobody-is-called-like-this"),
        ("history-missing", "/history/0123456789abcdef0123456789abcdef"),
        ("scheduled-changes", "/scheduled-changes"),
        ("scheduled-change-missing", "/scheduled-changes/00000000-0000-0000-0000-000000000001"),
        ("cover-own-missing", "/account/cover"),
        ("own-extension-missing", "/account/extension"),
        ("cover-missing", "/extensions/9999/cover"),
        ("personal-data", "/personal-data"),
        ("account", "/account"),
        ("account-password", "/account/password"),
        ("account-second-factor", "/account/second-factor"),
        ("passkey-new", "/account/passkeys/new"),
        ("sign-in-rules", "/users/sign-in-rules"),
        ("users", "/users"),
        ("users-nothing", "/users?search=nobody-is-called-like-this"),
        ("user-missing", "/users/00000000-0000-0000-0000-000000000001"),
        ("user-invite", "/users/new"),
        ("api-keys", "/api-keys"),
        ("api-key-new", "/api-keys/new"),
        ("organizations", "/platform/organizations"),
        ("organizations-nothing", "/platform/organizations?search=nobody-is-called-like-this"),
        ("organization-new", "/platform/organizations/new"),
        ("organization-missing", "/platform/organizations/00000000-0000-0000-0000-000000000001"),
        ("reports", "/reports"),
        ("reports-nothing", "/reports?first=2020-01-01&last=2020-01-07"),
        ("call-missing", "/calls/0123456789abcdef0123456789abcdef"),
        ("integrations", "/integrations"),
        ("integrations-account", "/account/integrations"),
        ("integration", "/integrations/Customer%20system"),
        ("integration-new", "/integrations/new"),
        ("integration-template", "/integrations/new?template=missed-call-chat"),
        ("integration-account-new", "/account/integrations/new"),
        ("applications", "/applications"),
        ("send-again-nothing", "/integrations/Customer%20system/send-again"),
        ("inspector-closed", "/inspector"),
        ("recipe-score", "/recipes/nps-score"),
        ("deliveries-nothing", "/integrations/Customer%20system/deliveries"),
        ("cloudonix", "/cloudonix"),
        ("simulator", "/simulator?from=%2B12025550143&to=%2B12125550100&at=2026-11-23T10:00"),
        ("simulator-answered", "/simulator?from=%2B12025550143&to=%2B12125550103&at=2026-11-23T10:00&do=press.2,noAnswer,leave.12"),
        ("simulator-inside", "/simulator?inside=true&from=1001&to=%2B12025550143"),
        ("sandbox-phone", "/sandbox-phone"),
        ("not-found", "/nothing-like-this"),
    ];

    [Fact]
    public async Task Every_page_is_readable_and_accessible_in_every_look()
    {
        // Two people look at half of the pages each: one browser tab keeps one processor busy.
        var halves = await Task.WhenAll(Pages.Chunk((Pages.Length + 1) / 2).Select(FaultsOfAsync));
        var faults = halves.SelectMany(half => half).ToList();
        await using var visitor = await portal.VisitAsync();
        await visitor.OpenAsync("/sign-in");
        faults.AddRange(await visitor.LooksAsync("sign-in"));
        await visitor.OpenAsync("/sign-in/forgotten");
        faults.AddRange(await visitor.LooksAsync("sign-in-forgotten"));
        await visitor.OpenAsync("/sign-in/code");
        faults.AddRange(await visitor.LooksAsync("sign-in-too-late"));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private async Task<List<string>> FaultsOfAsync((string Name, string Path)[] pages)
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var faults = new List<string>();
        foreach (var (name, path) in pages)
        {
            await owner.OpenAsync(path);
            faults.AddRange(await owner.LooksAsync(name));
        }
        return faults;
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_paged_in_its_address()
    {
        // Other tests of this portal add and remove extensions.
        var total = portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document.Extensions.Count;
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/extensions");
        Assert.Equal(25, await owner.Page.Locator("tbody tr").CountAsync());
        await owner.Link("Next page").ClickAsync();
        await owner.Page.GetByText($"26 to {total} of {total}").WaitForAsync();
        await owner.Page.Locator("th").GetByText("Name").ClickAsync();
        await owner.Page.WaitForURLAsync("**/extensions?sort=name");
        await owner.Page.Locator("th[aria-sort='ascending']").WaitForAsync();
        await owner.Page.Locator("tbody tr").First.GetByText("Anna Bell").WaitForAsync();
        await owner.Page.Keyboard.PressAsync("/");
        await owner.Page.Keyboard.TypeAsync("fernandez");
        await owner.Page.GetByText("1 to 1 of 1").WaitForAsync();
    }

    [Fact]
    public async Task What_is_used_elsewhere_shows_where_and_changes_are_not_lost_by_accident()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/extensions/1003");
        await owner.Button("Delete").ClickAsync();
        await owner.Page.GetByLabel("Use there instead").WaitForAsync();
        Assert.True(await owner.Button("Replace and delete").IsDisabledAsync());
        await owner.PictureAsync("extension-still-used-light-1440");
        await owner.ShouldBeAccessibleAsync("replace dialog");
        await owner.Page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Phone number (212) 555-0101" }).ClickAsync();
        await owner.Heading("(212) 555-0101").WaitForAsync();
        await owner.OpenAsync("/extensions/1015");
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Oskar Berg");
        await owner.Page.GetByText("You have changes that are not saved.").Or(owner.Heading("1015 Oskar Lindqvist")).First.WaitForAsync();
        await owner.Link("Dashboard").ClickAsync();
        await owner.Button("Stay here").ClickAsync();
        Assert.EndsWith("/extensions/1015", owner.Page.Url, StringComparison.Ordinal);
        await owner.Button("Save").ClickAsync();
        await owner.Heading("1015 Oskar Berg").WaitForAsync();
        await owner.Button("Delete").ClickAsync();
        await owner.PictureAsync("extension-delete-light-1440");
        await owner.Button("Delete extension").ClickAsync();
        await owner.Heading("Extensions").WaitForAsync();
        await owner.OpenAsync("/extensions/1015");
        await owner.Heading("This extension does not exist").WaitForAsync();
    }

    [Fact]
    public async Task What_is_used_elsewhere_is_replaced_there_and_deleted_in_one_step()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/extensions/1007");
        await owner.Button("Delete").ClickAsync();
        await owner.Page.GetByLabel("Use there instead").SelectOptionAsync("1008");
        await owner.Button("Replace and delete").ClickAsync();
        await owner.Page.GetByText("1008 Hiro Tanaka took its place").WaitForAsync();
        var document = portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document;
        Assert.DoesNotContain(document.Extensions, e => e.Number == "1007");
        Assert.Equal("1008", Assert.Single(document.RingGroups.Single(g => g.Name == "Second line").Members).Extension);
    }

    [Fact]
    public async Task The_appearance_is_kept_and_the_drawer_opens_on_phones()
    {
        await using var owner = await portal.VisitAsync(390, state: portal.State);
        await owner.OpenAsync("/");
        await owner.Page.Locator("summary[aria-label=Appearance]").ClickAsync();
        await owner.Button("Dark").ClickAsync();
        await owner.Page.Locator("html[data-appearance='dark']")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await owner.OpenAsync("/extensions");
        Assert.Equal("dark", await owner.Page.Locator("html").GetAttributeAsync("data-appearance"));
        await owner.Button("Menu").ClickAsync();
        await owner.PictureAsync("drawer-dark-390");
        await owner.Link("Phone numbers").ClickAsync();
        await owner.Heading("Phone numbers").WaitForAsync();
        await owner.Page.Locator("#navigation").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }
}
