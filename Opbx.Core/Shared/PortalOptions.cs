namespace Opbx.Core.Shared;

/// <summary>Where this installation lives (section <c>Opbx</c>).</summary>
public sealed class PortalOptions
{
    public const string Section = "Opbx";

    /// <summary>The https base URL that Cloudonix reaches; used for every webhook and action URL. Without a slash at the end.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Folder of the database, prompts, recordings, keys and logs.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>Addresses (IP or CIDR) of the reverse proxies whose forwarded headers are believed; nobody's when empty.</summary>
    public List<string> TrustedProxies { get; set; } = [];

    /// <summary>What is created on an empty database, so that an installation can be provisioned without a browser.</summary>
    public BootstrapOptions Bootstrap { get; set; } = new();
}

/// <summary>What is created on an empty database.</summary>
public sealed class BootstrapOptions
{
    /// <summary>Name of the organization and of its first PBX; nothing is created when empty.</summary>
    public string? Organization { get; set; }

    /// <summary>E-mail address of the owner.</summary>
    public string? OwnerEmail { get; set; }

    public string? OwnerPassword { get; set; }

    /// <summary>An API key with the role Owner: <c>opbx_</c> and at least 32 characters.</summary>
    public string? ApiKey { get; set; }
}

/// <summary>The store (section <c>Database</c>).</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}

/// <summary>The kind of database.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, named by <c>ConnectionStrings:Opbx</c>.</summary>
    Postgres,
}

/// <summary>Where Cloudonix is (section <c>Cloudonix</c>).</summary>
public sealed class CloudonixOptions
{
    public const string Section = "Cloudonix";

    /// <summary>The base URL of the REST API.</summary>
    public string ApiUrl { get; set; } = "https://api.cloudonix.io";
}

/// <summary>The built-in stand-in for Cloudonix (section <c>Sandbox</c>).</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Whether it is there; null means: in Development only.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>Who may read metrics (section <c>Metrics</c>).</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Addresses and networks (CIDR) that <c>/metrics</c> answers besides this machine.</summary>
    public List<string> AllowedNetworks { get; set; } = [];
}

/// <summary>Outgoing webhooks (section <c>Integrations</c>).</summary>
public sealed class IntegrationOptions
{
    public const string Section = "Integrations";

    /// <summary>Networks (CIDR) and hosts that webhooks may reach although they are private.</summary>
    public List<string> AllowedNetworks { get; set; } = [];

    /// <summary>Multiplies the retry schedule; tests use a small value.</summary>
    public double RetryScale { get; set; } = 1;
}
