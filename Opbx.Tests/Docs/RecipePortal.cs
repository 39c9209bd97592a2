using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Settings;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox;

namespace Opbx.Tests.Docs;

/// <summary>A small phone system in the sandbox, whose one extension records its calls.</summary>
public sealed class RecipePortal : PortalFixture
{
    public const string Key = "opbx_recipe0123456789abcdefghijklmnopqrstuvwxyz";

    private const string Email = "owner@acme.example";
    private const string Password = "Correct-Horse-9-Battery";

    /// <summary>The sandbox's domain.</summary>
    public string Domain { get; private set; } = "";

    /// <summary>The signed-in owner's cookies.</summary>
    internal string State { get; private set; } = "";

    internal PbxSnapshot Pbx => Services.GetRequiredService<ConfigurationStore>().All.Single();

    internal Actor Owner => Actor.System(Pbx.OrganizationId, "test");

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Opbx:Bootstrap:Organization"] = "Acme Dental",
        ["Opbx:Bootstrap:OwnerEmail"] = Email,
        ["Opbx:Bootstrap:OwnerPassword"] = Password,
        ["Opbx:Bootstrap:ApiKey"] = Key,
        ["Integrations:AllowedNetworks:0"] = "127.0.0.0/8",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var document = Pbx.Document with
        {
            Pbx = new PbxSettings { Name = "acme", FriendlyName = "Acme Dental", TimeZone = "America/New_York", DefaultCallerId = "+12125550100" },
            Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell", Record = RecordCalls.All }],
            PhoneNumbers = [new PhoneNumber { Number = "+12125550100", Name = "Main line", Destination = new ExtensionDestination { Number = "1001" } }],
        };
        var imported = await Services.GetRequiredService<ConfigurationEditor>().ImportAsync(Owner, Pbx.PbxId, document, tryOnly: false, CancellationToken.None);
        Assert.True(imported.Ok, imported.Failure?.Message);
        var sandbox = await Services.GetRequiredService<SandboxDomains>().CreateAsync("acme");
        var paired = await Services.GetRequiredService<PairingEditor>().PairAsync(Owner, Pbx.PbxId, sandbox.Domain, new Secret(sandbox.ApiKey), isSandbox: true, CancellationToken.None);
        Assert.True(paired.Ok, paired.Failure?.Message);
        Domain = sandbox.Domain;
        // Who answered is known once the phones are.
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!PhoneIsKnown()) await Task.Delay(20, late.Token);
        await using var owner = await VisitAsync();
        await owner.SignInAsync(Email, Password);
        State = await owner.StateAsync();
    }

    private bool PhoneIsKnown() =>
        Services.GetRequiredService<SandboxDomains>().All.Single(d => d.Name == Domain).Subscriber("1001") is { } phone
        && Services.GetRequiredService<SubscriberIndex>().ExtensionOf(Pbx.PbxId, phone.Id) == "1001";
}
