using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations;

namespace Opbx.Tests.Browser;

/// <summary>Integrations as an administrator makes and tries them.</summary>
public sealed class IntegrationStudioTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private PbxDocument Document => portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document;

    [Fact]
    public async Task An_integration_is_created_from_a_template_and_its_request_is_seen_while_typing()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations");
        await owner.Link("Create new integration").ClickAsync();
        await owner.Link("Chat message on missed call").ClickAsync();
        await owner.Heading("New integration").WaitForAsync();
        var body = owner.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Body of the request" });
        await body.GetByText("Missed call from +1").WaitForAsync();
        await owner.Page.GetByLabel("Request URL").PressSequentiallyAsync("https://chat.example/hooks/1");
        await owner.Page.Locator("code", new PageLocatorOptions { HasText = "https://chat.example/hooks/1" }).WaitForAsync();
        await owner.Page.GetByLabel("Text of text").FillAsync("Call back {sourceNumber}");
        await body.GetByText("\"text\": \"Call back +1").WaitForAsync();
        await owner.Page.GetByLabel("Method").SelectOptionAsync(new SelectOptionValue { Label = "GET" });
        await owner.Page.GetByText("There is no body: the values are in the address.").WaitForAsync();
        await owner.Page.Locator("code", new PageLocatorOptions { HasText = "?text=Call%20back%20%2B1" }).WaitForAsync();
        await owner.Page.GetByLabel("Method").SelectOptionAsync(new SelectOptionValue { Label = "POST" });
        await owner.Page.GetByLabel("Authentication type").SelectOptionAsync(new SelectOptionValue { Label = "Token" });
        await owner.Page.GetByText("The token is missing").WaitForAsync();
        await owner.Page.GetByLabel("Token", new PageGetByLabelOptions { Exact = true }).FillAsync("chat-token-1234");
        await owner.Page.GetByText("Authorization: Bearer ***").WaitForAsync();
        await owner.PictureAsync("integration-preview-light-1440");
        await owner.ShouldBeAccessibleAsync("integration preview");
        await owner.Button("Save & close").ClickAsync();
        await owner.Page.Locator("tbody").GetByText("Chat message on missed call").First.WaitForAsync();
        var made = Document.Integrations.Single(i => i.Name == "Chat message on missed call");
        Assert.Equal("Call back {sourceNumber}", Assert.Single(made.Fields).Value.Text);
        Assert.Equal(("https://chat.example/hooks/1", WebhookMethod.Post), (made.Url, made.Method));
    }

    [Fact]
    public async Task An_integration_is_duplicated_disabled_and_enabled_from_the_list()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations");
        await owner.Link("Duplicate Billing").ClickAsync();
        await owner.Page.GetByText("This is a copy of Billing").WaitForAsync();
        await owner.Page.GetByLabel("Integration name").FillAsync("Billing of the lab");
        await owner.Button("Save & close").ClickAsync();
        await owner.Button("Enable Billing of the lab").ClickAsync();
        await owner.Button("Disable Billing of the lab").WaitForAsync();
        Assert.True(Document.Integrations.Single(i => i.Name == "Billing of the lab").Active);
        await owner.Button("Disable Billing of the lab").ClickAsync();
        await owner.Button("Enable Billing of the lab").WaitForAsync();
        Assert.False(Document.Integrations.Single(i => i.Name == "Billing of the lab").Active);
    }

    [Fact]
    public async Task Applications_are_switched_on_where_the_document_says()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations");
        await owner.Page.GetByText("Applications are off for this phone system").WaitForAsync();
        await owner.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Manage applications" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await owner.Page.GetByText("Integrations send from now on.").WaitForAsync();
        Assert.True(Document.Pbx.ApplicationsEnabled);
        await owner.Page.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await owner.Page.GetByText("Integrations send nothing.").WaitForAsync();
    }
}
