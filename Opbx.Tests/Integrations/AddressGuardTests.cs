using System.Net;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class AddressGuardTests
{
    private static async Task<Outcome?> Try(string url, string[]? allowed = null, params string[] answers)
    {
        var uri = new Uri(url);
        var guard = new AddressGuard(new AllowedNetworks(allowed ?? []),
            (_, _) => Task.FromResult(answers.Select(IPAddress.Parse).ToArray()));
        try
        {
            await guard.ResolveAsync(uri.Host.Trim('[', ']'), uri.Port, CancellationToken.None);
            return null;
        }
        catch (AttemptException e)
        {
            return e.Outcome;
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.0.0.1/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://192.88.99.1/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://198.51.100.1/")]
    [InlineData("http://203.0.113.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[64:ff9b:1::1]/")]
    [InlineData("http://[100::1]/")]
    [InlineData("http://[2001::1]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[3fff::1]/")]
    [InlineData("http://[5f00::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd12::1]/")]
    [InlineData("http://[fe80::1%251]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
    public async Task Addresses_that_are_not_public_are_blocked(string url) => Assert.Equal(Outcome.BlockedAddress, await Try(url));

    [Theory]
    [InlineData("http://localhost.:8080/", "127.0.0.1")]
    [InlineData("http://①②⑦.⓪.⓪.①/", "127.0.0.1")]
    [InlineData("http://inside.example/", "::ffff:10.0.0.1")]
    [InlineData("http://user@inside.example/", "fd00::1")]
    public async Task Names_are_judged_by_what_they_resolve_to(string url, string address) =>
        Assert.Equal(Outcome.BlockedAddress, await Try(url, null, address));

    [Theory]
    [InlineData("http://93.184.216.34/")]
    [InlineData("https://[2606:2800:220:1:248:1893:25c8:1946]/")]
    [InlineData("http://[::ffff:93.184.216.34]:8080/")]
    public async Task Public_addresses_are_fine(string url) => Assert.Null(await Try(url));

    [Fact]
    public async Task One_address_that_is_not_public_blocks_the_host() =>
        Assert.Equal(Outcome.BlockedAddress, await Try("http://mixed.example/", null, "93.184.216.34", "10.0.0.1"));

    [Theory]
    [InlineData(22)]
    [InlineData(25)]
    [InlineData(5060)]
    [InlineData(6379)]
    public async Task Ports_of_other_protocols_are_blocked(int port) =>
        Assert.Equal(Outcome.BlockedAddress, await Try($"http://93.184.216.34:{port}/"));

    [Fact]
    public async Task The_operator_can_allow_networks_and_hosts()
    {
        Assert.Null(await Try("http://127.0.0.1:6379/", ["127.0.0.0/8"]));
        Assert.Null(await Try("http://10.1.2.3/", ["10.1.2.3"]));
        Assert.Null(await Try("http://crm.internal/", ["CRM.internal"], "10.9.9.9"));
        Assert.Null(await Try("http://[fd12::1]/", ["fd12::/16"]));
        Assert.Equal(Outcome.BlockedAddress, await Try("http://other.internal/", ["crm.internal"], "10.9.9.9"));
        Assert.Equal(Outcome.BlockedAddress, await Try("http://10.1.2.4/", ["10.1.2.3"]));
        Assert.Equal(Outcome.BlockedAddress, await Try("http://mixed.internal/", ["10.0.0.0/8"], "10.0.0.1", "192.168.0.1"));
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("a/b")]
    public void Entries_that_are_neither_network_nor_host_are_told(string entry) =>
        Assert.Throws<FormatException>(() => new AllowedNetworks([entry]));

    [Fact]
    public void A_network_may_be_written_with_any_address_in_it() =>
        Assert.True(new AllowedNetworks(["127.0.0.1/8"]).Contains("x", IPAddress.Parse("127.9.9.9")));
}
