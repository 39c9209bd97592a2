using System.Net;
using Opbx.Core.Users;

namespace Opbx.Portal.Hosting;

/// <summary>Rules for the start-up configuration; each error is one sentence for the person who installs the portal.</summary>
internal static class OptionRules
{
    public static void CheckPortal(PortalOptions portal, bool development, List<string> faults)
    {
        if (portal.PublicUrl.Length > 0) CheckAddress("Opbx__PublicUrl", portal.PublicUrl, faults);
        else if (!development)
            faults.Add("Opbx__PublicUrl is missing: set it to the https address under which Cloudonix reaches this portal, for example " +
                "https://pbx.example.com.");

        if (DirectoryFault(portal.DataDirectory) is { } fault) faults.Add(fault);
        CheckNetworks("Opbx__TrustedProxies", portal.TrustedProxies, faults);
    }

    public static void CheckNetworks(string key, IReadOnlyList<string> networks, List<string> faults)
    {
        foreach (var (network, index) in networks.Select((n, i) => (n, i)))
        {
            if (!IPAddress.TryParse(network, out _) && !IPNetwork.TryParse(network, out _))
                faults.Add($"{key}__{index} must be an IP address or a network such as 10.0.0.0/8.");
        }
    }

    public static void CheckBootstrap(BootstrapOptions bootstrap, List<string> faults)
    {
        string?[] all = [bootstrap.Organization, bootstrap.OwnerEmail, bootstrap.OwnerPassword, bootstrap.ApiKey];
        if (all.All(string.IsNullOrEmpty)) return;
        const string Prefix = "Opbx__Bootstrap__";
        if (AccountRules.OrganizationFault(bootstrap.Organization) is { } name) faults.Add($"{Prefix}Organization: {name}");
        if (AccountRules.EmailFault(bootstrap.OwnerEmail) is { } email) faults.Add($"{Prefix}OwnerEmail: {email}");
        if (AccountRules.PasswordFault(bootstrap.OwnerPassword) is { } password) faults.Add($"{Prefix}OwnerPassword: {password}");
        if (!string.IsNullOrEmpty(bootstrap.ApiKey) && !ApiKeyText.IsWellFormed(bootstrap.ApiKey))
            faults.Add($"{Prefix}ApiKey must be opbx_ followed by at least 32 letters, digits, - or _.");
    }

    public static void CheckDatabase(DatabaseOptions database, string? connection, List<string> faults)
    {
        if (database.Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(connection))
            faults.Add("ConnectionStrings__Opbx is missing: Database__Provider is Postgres, so name the server, for example " +
                "Host=db;Database=opbx;Username=opbx;Password=...");
    }

    public static void CheckIntegrations(IntegrationOptions integrations, List<string> faults)
    {
        if (!double.IsFinite(integrations.RetryScale) || integrations.RetryScale is <= 0 or > 1000)
            faults.Add("Integrations__RetryScale must be above 0 and at most 1000.");
        foreach (var (network, index) in integrations.AllowedNetworks.Select((n, i) => (n, i)))
        {
            if (!IPNetwork.TryParse(network, out _) && Uri.CheckHostName(network) == UriHostNameType.Unknown)
                faults.Add($"Integrations__AllowedNetworks__{index} must be a network such as 10.0.0.0/8, an address or a host name.");
        }
    }

    public static void CheckAddress(string key, string text, List<string> faults)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            faults.Add($"{key} must be an address such as https://pbx.example.com, without a query.");
        else if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            faults.Add($"{key} must begin with https://; plain http is accepted for this machine only (127.0.0.1 or localhost).");
    }

    private static string? DirectoryFault(string directory)
    {
        if (string.IsNullOrWhiteSpace(directory)) return "Opbx__DataDirectory is empty: name the folder for the database, keys and logs.";
        try
        {
            Directory.CreateDirectory(directory);
            using var probe = File.Create(Path.Combine(directory, $".probe-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"Opbx__DataDirectory names {directory}, where this program cannot write.";
        }
    }
}
