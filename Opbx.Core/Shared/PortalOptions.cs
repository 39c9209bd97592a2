namespace Opbx.Core.Shared;

/// <summary>Section <c>Opbx</c>.</summary>
public sealed class PortalOptions
{
    public const string Section = "Opbx";

    /// <summary>The https base URL that Cloudonix reaches, for every webhook and action URL. Without a trailing slash.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Folder of the database, prompts, recordings, keys and logs.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>Addresses (IP or CIDR) of reverse proxies whose forwarded headers are trusted; none when empty.</summary>
    public List<string> TrustedProxies { get; set; } = [];

    /// <summary>Provisions an installation without a browser.</summary>
    public BootstrapOptions Bootstrap { get; set; } = new();
}

/// <summary>What is created in an empty database.</summary>
public sealed class BootstrapOptions
{
    /// <summary>Name of the organization and of its first PBX; nothing is created when empty.</summary>
    public string? Organization { get; set; }

    public string? OwnerEmail { get; set; }
    public string? OwnerPassword { get; set; }

    /// <summary>An API key with the role Owner: <c>opbx_</c> and at least 32 characters.</summary>
    public string? ApiKey { get; set; }
}
