namespace Opbx.Tests.Browser;

/// <summary>What an owner does when a person outside asks for their data to be deleted, and a report by mail where there is no mail
/// server.</summary>
public sealed class PersonalDataPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task An_owner_looks_a_number_up_sees_what_is_kept_and_deletes_it()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/calls?search=2025551001");
        var token = (await owner.Page.Locator("tbody a.row-link").First.GetAttributeAsync("href"))!;
        await owner.OpenAsync("/");
        await owner.Link("Personal data").ClickAsync();
        await owner.Heading("Personal data").WaitForAsync();
        await owner.Page.GetByLabel("Phone number").FillAsync("555");
        await owner.Button("Look up").ClickAsync();
        await owner.Page.GetByText("Type a whole phone number").WaitForAsync();
        await owner.Page.GetByLabel("Phone number").FillAsync("(202) 555-1001");
        await owner.Button("Look up").ClickAsync();
        await owner.Heading("Kept about +*********01").WaitForAsync();
        await owner.ShouldLookGoodAsync("personal-data-found");
        await owner.Button("Delete these data").ClickAsync();
        await owner.Button("Delete for good").ClickAsync();
        await owner.Page.GetByText("The data of +*********01 are deleted").WaitForAsync();
        await owner.ShouldLookGoodAsync("personal-data-deleted");
        await owner.Page.GetByLabel("Phone number").FillAsync("+12025551001");
        await owner.Button("Look up").ClickAsync();
        await owner.Page.GetByText("Nothing is kept about this number.").WaitForAsync();
        await owner.OpenAsync(token);
        await owner.Page.GetByText("This call is not here").WaitForAsync();
    }

    [Fact]
    public async Task A_report_by_mail_says_plainly_when_there_is_no_mail_server()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/reports");
        await owner.Page.GetByText("Mail is not set up").First.WaitForAsync();
        await owner.Page.GetByLabel("Send the report").SelectOptionAsync("Every week");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Name at least one e-mail address.").First.WaitForAsync();
        await owner.Page.GetByLabel("To these addresses").FillAsync("anna@acme.example\nben@acme.example");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("The report is sent as soon as mail is set up.").WaitForAsync();
        await owner.Button("Send me one now").ClickAsync();
        await owner.Page.GetByText("so nothing was sent").WaitForAsync();
        await owner.ShouldLookGoodAsync("report-by-mail");
        await owner.OpenAsync("/reports");
        Assert.Equal("anna@acme.example\nben@acme.example", await owner.Page.GetByLabel("To these addresses").InputValueAsync());
    }
}
