using Microsoft.Extensions.Configuration;
using Opbx.Portal.Hosting;

namespace Opbx.Tests.Hosting;

public sealed class OptionsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_least_configuration_has_no_fault()
    {
        Assert.Empty(Faults([("Opbx:PublicUrl", "https://pbx.example.com/")]));
        Assert.Empty(Faults([], development: true));
    }

    [Fact]
    public void All_faults_come_at_once_and_name_their_keys()
    {
        var faults = Faults([
            ("Opbx:PublicUrl", "http://pbx.example.com"), ("Opbx:PublicUlr", "x"), ("Opbx:TrustedProxies:0", "proxy"),
                ("Opbx:Bootstrap:OwnerEmail", "nobody"), ("Opbx:Bootstrap:ApiKey", "opbx_short"),
            ("Database:Provider", "Oracle"), ("Cloudonix:ApiUrl", "ftp://x"), ("Sandbox:Enabled", "perhaps"),
                ("Integrations:RetryScale", "0"), ("Integrations:AllowedNetworks:0", "10.0.0.0/99 x"),
            ("Recordings:Hosts:0", "https://x"), ("Recordings:KeepDays", "-1"), ("Mail:Host", "smtp.example.com"), ("Mail:Port", "0"),
                ("Mail:From", "nobody"), ("Metrics:AllowedNetworks:0", "monitor.example.com")]);

        foreach (var key in new[]
                 {
                     "Opbx__PublicUrl", "Opbx__PublicUlr", "Opbx__TrustedProxies__0", "Opbx__Bootstrap__Organization",
                         "Opbx__Bootstrap__OwnerEmail", "Opbx__Bootstrap__OwnerPassword", "Opbx__Bootstrap__ApiKey",
                     "Database__Provider", "Cloudonix__ApiUrl", "Sandbox__Enabled", "Integrations__RetryScale",
                         "Integrations__AllowedNetworks__0",
                     "Recordings__Hosts__0", "Recordings__KeepDays", "Mail__Port", "Mail__From", "Metrics__AllowedNetworks__0",
                 })
            Assert.Single(faults, fault => fault.StartsWith(key, StringComparison.Ordinal) && fault.EndsWith('.'));
        Assert.Equal(17, faults.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbx.example.com")]
    [InlineData("http://pbx.example.com")]
    [InlineData("ftp://pbx.example.com")]
    [InlineData("https://pbx.example.com/?x=1")]
    [InlineData("https://user:secret@pbx.example.com")]
    public void A_public_address_that_Cloudonix_cannot_use_is_refused(string url) =>
        Assert.StartsWith("Opbx__PublicUrl", Assert.Single(Faults([("Opbx:PublicUrl", url)])), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000")]
    public void Plain_http_is_accepted_for_this_machine(string url) => Assert.Empty(Faults([("Opbx:PublicUrl", url)]));

    [Fact]
    public void A_database_server_needs_a_connection() =>
        Assert.Contains(
            "ConnectionStrings__Opbx",
            Assert.Single(Faults([("Opbx:PublicUrl", "https://pbx.example.com"), ("Database:Provider", "postgres")])),
            StringComparison.Ordinal);

    [Fact]
    public void Secrets_are_not_repeated_in_the_sentences()
    {
        var faults = Faults(
            [("Opbx:PublicUrl", "https://pbx.example.com"), ("Opbx:Bootstrap:OwnerPassword", "hunter2!"),
                ("Opbx:Bootstrap:ApiKey", "opbx_leaked")]);

        Assert.DoesNotContain(faults, fault => fault.Contains("hunter2!", StringComparison.Ordinal)
            || fault.Contains("opbx_leaked", StringComparison.Ordinal));
        Assert.NotEmpty(faults);
    }

    private IReadOnlyList<string> Faults((string Key, string Value)[] settings, bool development = false)
    {
        var all = settings.Append(("Opbx:DataDirectory", _folder.Path))
            .ToDictionary(s => s.Item1, s => (string?)s.Item2, StringComparer.Ordinal);
        return Options.Faults(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), development);
    }
}
