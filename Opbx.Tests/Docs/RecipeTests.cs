using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Control;
using Opbx.Core.Calls.Live;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Settings;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Docs;

/// <summary>The recipe for a Net Promoter Score: by the commands of its page, and by one step in the portal.</summary>
public sealed partial class RecipeTests(RecipePortal portal) : IClassFixture<RecipePortal>
{
    [Fact]
    public async Task The_commands_of_the_page_lead_from_a_call_to_its_score_and_recording()
    {
        using var folder = new TempFolder();
        var commands = Command().Matches(Repository.Read("docs/recipes/nps.md")).Select(m => m.Groups["text"].Value).ToList();
        Assert.Equal(7, commands.Count);
        await using var receiver = new ScoreReceiver(folder.Path);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) {
            ["PORTAL"] = portal.Address.GetLeftPart(UriPartial.Authority),
            ["KEY"] = TestPortal.OwnerKey,
            ["PBX"] = portal.Pbx.ToString(),
            ["RECEIVER"] = receiver.Url,
        };
        Task<string> Run(int command) => Programs.RunAsync("bash", ["-euo", "pipefail", "-c", commands[command]], folder.Path, environment);
        for (var i = 0; i < 4; i++) await Run(i);
        using var integration = JsonDocument.Parse(await Run(4));
        await receiver.StartAsync(integration.RootElement.GetProperty("secret").GetString()!);
        await Run(5);
        Assert.Equal(1, (await receiver.NextAsync()).GetProperty("score").GetInt32());

        var call = await TalkAsync();
        var transferred = await portal.Services.GetRequiredService<TransferRunner>()
            .TransferAsync(portal.Owner, portal.Pbx, call.Token, new ExtensionDestination { Number = "7000" }, CancellationToken.None);
        Assert.True(transferred.Ok, transferred.Failure?.Message);
        await RateAsync(call, "9");
        var told = await receiver.NextAsync();
        Assert.Equal((9, "promoter", call.Token, "+12025550143"),
            (told.GetProperty("score").GetInt32(), told.GetProperty("kind").GetString(), told.GetProperty("callUuid")
                .GetString(), told.GetProperty("sourceNumber").GetString()));

        await RecordingAsync(call.Token);
        environment["CALL"] = call.Token;
        await Run(6);
        Assert.True(new FileInfo(Path.Combine(folder.Path, "recording.audio")).Length > 1_000);
    }

    [Fact]
    public async Task One_step_in_the_portal_makes_all_of_it()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations/new");
        await owner.Link("Ask callers for a score").ClickAsync();
        await owner.Heading("Ask callers for a score").WaitForAsync();
        await owner.Button("Create all three").ClickAsync();
        await owner.Page.Locator("#form-errors").WaitForAsync();
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Rate us");
        await owner.Page.GetByLabel("Virtual extension").FillAsync("7700");
        await owner.Button("Use my request inspector").ClickAsync();
        Assert.Empty(await owner.LooksAsync("recipe-score"));
        await owner.Button("Create all three").ClickAsync();
        await owner.Heading("It is ready").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("recipe-score-done"));

        var call = await TalkAsync();
        await owner.OpenAsync("/live-calls");
        await owner.Button("Transfer").ClickAsync();
        await owner.Page.GetByLabel("Transfer to: where to").SelectOptionAsync(new SelectOptionValue { Label = "Extension" });
        await owner.Page.Locator(".transfer .rz-dropdown").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "7700 Rate us" }).ClickAsync();
        await owner.Button("Transfer now").ClickAsync();
        await RateAsync(call, "10");
        await owner.OpenAsync("/inspector");
        var body = owner.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Body of request 1" });
        await body.GetByText("\"optionSelected\": \"10\"").WaitForAsync();
        using var told = JsonDocument.Parse(await body.InnerTextAsync());
        Assert.Equal(["ivrName", "optionSelected", "callUuid", "sourceNumber", "destinationNumber", "dateTime"],
            told.RootElement.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("Rate us", call.Token),
            (told.RootElement.GetProperty("ivrName").GetString(), told.RootElement.GetProperty("callUuid").GetString()));
        await owner.Page.GetByText("Signature valid").WaitForAsync();
        Assert.NotEmpty(await RecordingAsync(told.RootElement.GetProperty("callUuid").GetString()!));
    }

    /// <summary>A caller talks with extension 1001.</summary>
    private async Task<SandboxCall> TalkAsync()
    {
        var call = await portal.Services.GetRequiredService<SandboxSoftphone>()
            .DialAsync(portal.SandboxDomain.Name, "+12025550143", "+12125550100", SandboxDirection.Inbound);
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Answer("1001"));
        await UntilAsync(() => portal.Services.GetRequiredService<LiveCallTracker>()
            .Find(portal.Pbx, call.Token)?.State == CallState.Connected);
        return call;
    }

    /// <summary>The caller enters a score at the menu and is thanked.</summary>
    private static async Task RateAsync(SandboxCall call, string score)
    {
        await call.UntilAsync(SandboxWaitingKind.Gather);
        foreach (var key in score) Assert.True(call.Press(key.ToString()));
        if (score.Length == 1) call.NoInput();
        await call.EndAsync();
    }

    /// <summary>The recording of a call, as soon as it is there.</summary>
    private async Task<byte[]> RecordingAsync(string call)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestPortal.OwnerKey);
        byte[]? sound = null;
        await UntilAsync(async () =>
        {
            using var answer = await client.GetAsync(new Uri($"/api/v1/pbxs/{portal.Pbx}/calls/{call}/recording", UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK) sound = await answer.Content.ReadAsByteArrayAsync();
            return sound is not null;
        });
        return sound!;
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await condition()) await Task.Delay(50, late.Token);
    }

    [GeneratedRegex("```sh\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}

/// <summary>A small phone system in the sandbox, whose one extension records its calls.</summary>
public sealed class RecipePortal()
    : BrowserPortal(PortalSetup.Development.WithOwner("Acme Dental").WithOwnerKey().WithLocalReceivers().Seeded(Document).Paired())
{
    private static PbxDocument Document => new() {
        Pbx = new PbxSettings {
            Name = "acme", FriendlyName = "Acme Dental", TimeZone = "America/New_York",
            DefaultCallerId = "+12125550100"
        },
        Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell", Record = RecordCalls.All }],
        PhoneNumbers =
            [new PhoneNumber { Number = "+12125550100", Name = "Main line", Destination = new ExtensionDestination { Number = "1001" } }],
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await KeepOwnerAsync();
    }
}
