using System.Collections.Immutable;
using Opbx.Core.Document;

namespace Opbx.Tests.Support.Portal;

/// <summary>How the portal of a test begins; every step returns a new setup.</summary>
public sealed record PortalSetup
{
    private PortalSetup(string environment, params IEnumerable<(string Key, string? Value)> settings)
    {
        Environment = environment;
        Settings = settings.ToImmutableDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
    }

    /// <summary>A portal in Production with an owner and an API key of theirs; it reaches no other host.</summary>
    public static PortalSetup Production { get; } = new PortalSetup(
        "Production",
        ("Opbx:PublicUrl", "http://127.0.0.1"),
        ("Cloudonix:ApiUrl", "http://127.0.0.1:9"),
        ("Sandbox:Enabled", "false"),
        ("Logging:Console", "false")).WithOwner("Acme").WithOwnerKey();

    /// <summary>A portal as a developer starts it: with the sandbox, and nobody has set it up yet.</summary>
    public static PortalSetup Development { get; } = new("Development");

    internal string Environment { get; }
    internal ImmutableDictionary<string, string?> Settings { get; private init; }
    internal PbxDocument? Document { get; private init; }
    internal bool IsPaired { get; private init; }

    /// <summary>A setting by its configuration key; null takes it away.</summary>
    public PortalSetup With(string key, string? value) => this with { Settings = Settings.SetItem(key, value) };

    /// <summary>An organization with its first PBX and <see cref="TestPortal.OwnerEmail"/>.</summary>
    public PortalSetup WithOwner(string organization) => With("Opbx:Bootstrap:Organization", organization)
        .With("Opbx:Bootstrap:OwnerEmail", TestPortal.OwnerEmail)
        .With("Opbx:Bootstrap:OwnerPassword", TestPortal.OwnerPassword);

    /// <summary>An API key of the owner, <see cref="TestPortal.OwnerKey"/>.</summary>
    public PortalSetup WithOwnerKey() => With("Opbx:Bootstrap:ApiKey", TestPortal.OwnerKey);

    /// <summary>Nothing is created on the empty database.</summary>
    public PortalSetup WithoutOwner() =>
        this with { Settings = Settings.RemoveRange(Settings.Keys.Where(k => k.StartsWith("Opbx:Bootstrap:", StringComparison.Ordinal))) };

    /// <summary>Webhooks may go to this machine.</summary>
    public PortalSetup WithLocalReceivers() => With("Integrations:AllowedNetworks:0", "127.0.0.0/8");

    public PortalSetup WithSandbox() => With("Sandbox:Enabled", "true");

    /// <summary>The first PBX has this configuration.</summary>
    public PortalSetup Seeded(PbxDocument document) => this with { Document = document };

    /// <summary>The first PBX is paired with a domain of the sandbox, and its phones are known there.</summary>
    public PortalSetup Paired() => this with { IsPaired = true };
}
