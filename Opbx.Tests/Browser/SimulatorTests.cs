using Opbx.Core.Permissions;

namespace Opbx.Tests.Browser;

/// <summary>A call is tried step by step, gone back in, and shared by its address.</summary>
public sealed class SimulatorTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task A_call_is_walked_through_step_by_step()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/simulator");
        await owner.Page.GetByLabel("Calls the number").FillAsync("+1 (212) 555-0103");
        await owner.Page.GetByLabel("Calls the number").PressAsync("Enter");
        await owner.Page.GetByText("Main menu waits for a choice").WaitForAsync();
        await owner.PictureAsync("simulator-menu-light-1440");
        await owner.Link("1 Appointments").ClickAsync();
        await owner.Page.GetByText("2 phones ring. What happens?").WaitForAsync();
        await owner.Link("Ben Ode (1002) answers").ClickAsync();
        await owner.Heading("Ben Ode (1002) answers after about").WaitForAsync();
        await owner.PictureAsync("simulator-ben-light-1440");
        var address = owner.Page.Url;
        Assert.EndsWith("do=press.1,answer.1002", Uri.UnescapeDataString(address), StringComparison.Ordinal);

        await owner.Link("Take back: Ben Ode (1002) answers.").ClickAsync();
        await owner.Page.GetByText("2 phones ring. What happens?").WaitForAsync();
        await owner.Link("Nobody answers").ClickAsync();
        await owner.Link("Leave a message").ClickAsync();
        await owner.Heading("The caller leaves a message.").WaitForAsync();

        await owner.OpenAsync(new Uri(address).PathAndQuery);
        await owner.Heading("Ben Ode (1002) answers after about").WaitForAsync();
        await owner.Page.GetByText("What Cloudonix is told").First.ClickAsync();
        await owner.Page.GetByText("Gather").First.WaitForAsync();
        await owner.ShouldBeAccessibleAsync("simulated call");
    }

    [Fact]
    public async Task A_phone_of_our_own_dials_outside_and_another_time_can_be_chosen()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/simulator");
        await owner.Page.GetByLabel("An extension").CheckAsync();
        await owner.Page.GetByLabel("Dials").FillAsync("+1 202 555 0143");
        await owner.Page.GetByLabel("Dials").PressAsync("Enter");
        await owner.Link("(202) 555-0143 answers").ClickAsync();
        await owner.Heading("(202) 555-0143 answers after about").WaitForAsync();
        await owner.Page.GetByLabel("Date").FillAsync("2027-01-31");
        await owner.Page.GetByText("Sunday, January 31 2027").WaitForAsync();
        await owner.Heading("(202) 555-0143 answers after about").WaitForAsync();
    }

    [Fact]
    public async Task Who_may_not_try_calls_is_not_offered_the_simulator()
    {
        await using var reporter = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Reporter));
        await reporter.OpenAsync("/outbound-rules");
        Assert.Equal(0, await reporter.Link("Simulator").CountAsync());
    }
}
