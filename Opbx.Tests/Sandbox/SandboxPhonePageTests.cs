using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.SandboxPhone;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Sandbox;

public sealed class SandboxPhonePageTests
{
    [Fact]
    public async Task Every_ringing_phone_has_buttons_of_its_own_and_answering_one_shows_the_talk()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("<Response><Dial><Number>1001</Number><Number>1002</Number></Dial></Response>");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        using var context = new BunitContext();
        var controls = Render<CallControls>(context, call);
        Assert.Equal(["Answer 1001", "Answer 1002"], Labels(controls).Where(label => label.StartsWith("Answer", StringComparison.Ordinal)));
        Assert.Contains("Anna Bell", controls.Markup, StringComparison.Ordinal);

        controls.Find("button[aria-label='Answer 1002']").Click();
        await call.UntilAsync(SandboxWaitingKind.Bridge);
        controls.Render();
        controls.FindAll("button")
            .Single(button => button.TextContent.Contains("1002", StringComparison.Ordinal)
                && button.TextContent.Contains("hangs up", StringComparison.Ordinal)).Click();
        await call.EndAsync();
        controls.Render();
        Assert.Empty(controls.FindAll("button"));
    }

    [Fact]
    public async Task Keys_work_by_mouse_or_keyboard_and_say_when_nobody_listens()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("""<Response><Gather numDigits="2" action="{pbx}/menu"/></Response>""");
        host.Answer("menu", "<Response><Dial><Number>1001</Number></Dial></Response>");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Gather);
        using var context = new BunitContext();
        var controls = Render<CallControls>(context, call);
        controls.FindAll(".key")[3].Click();
        controls.Find(".keypad").KeyDown(new KeyboardEventArgs { Key = "#", CtrlKey = true });
        controls.Find(".keypad").KeyDown(new KeyboardEventArgs { Key = "2" });
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.Equal("42", host.Requests.Last().Body["Digits"]!.GetValue<string>());

        controls.Render();
        controls.Find("button[aria-label='Star']").Click();
        Assert.Equal("Nobody listens to the key * right now.", controls.Find("[role=status]").TextContent);
        Assert.True(call.HangUp());
        await call.EndAsync();
    }

    [Fact]
    public async Task The_steps_show_the_documents_and_what_the_portal_is_told_when_wanted()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("<Response><Say>Goodbye.</Say></Response>");
        var call = await domain.CallAsync();
        await call.EndAsync();
        using var context = new BunitContext();
        var steps = Render<CallSteps>(context, call);
        Assert.Single(steps.FindAll("details"));
        Assert.DoesNotContain("Told the portal", steps.Markup, StringComparison.Ordinal);
        steps.Find("input[type=checkbox]").Change(true);
        Assert.Contains("Told the portal: the call record ANSWER.", steps.Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Labels<T>(IRenderedComponent<T> rendered)
        where T : IComponent => rendered.FindAll("button[aria-label]").Select(button => button.GetAttribute("aria-label")!);

    private static IRenderedComponent<T> Render<T>(BunitContext context, SandboxCall call)
        where T : IComponent
    {
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddScoped<PageScript>();
        context.Services.AddScoped<Toasts>();
        var store = new ConfigurationStore();
        var document = new PbxDocument { Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell" }] };
        var actor = new Actor(Guid.NewGuid(), Role.Owner, "Owner", ActorSource.Portal);
        var pbx = Guid.NewGuid();
        store.Replace(new PbxSnapshot(pbx, actor.OrganizationId, 1, document, new Dictionary<ObjectRef, ObjectInfo>()));
        return context.Render<T>(parameters => parameters.AddCascadingValue(call).AddCascadingValue(new PortalSession(actor, pbx, store)));
    }
}
