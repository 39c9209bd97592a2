using System.Net;
using Microsoft.AspNetCore.Http;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Hosting.Observability;

namespace Opbx.Tests.Hosting;

public sealed class MetricsAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:8080", true)]
    [InlineData("::1", "[::1]:8080", true)]
    [InlineData("::ffff:127.0.0.1", "localhost:8080", true)]
    [InlineData("10.1.2.3", "pbx.example.com", true)]
    [InlineData("::ffff:10.1.2.3", "pbx.example.com", true)]
    [InlineData("192.168.7.7", "pbx.example.com", true)]
    [InlineData("192.168.7.8", "pbx.example.com", false)]
    [InlineData("203.0.113.5", "127.0.0.1", false)]
    [InlineData("2001:db8::1", "[::1]", false)]
    [InlineData("127.0.0.1", "pbx.example.com", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData(null, "127.0.0.1", false)]
    public void This_machine_and_the_named_networks_are_answered(string? address, string host, bool admitted) =>
        Assert.Equal(admitted, Admits(address, host));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public void What_a_proxy_passed_on_without_being_trusted_is_not(string header)
    {
        Assert.False(Admits("127.0.0.1", "127.0.0.1", header));
        Assert.False(Admits("10.1.2.3", "pbx.example.com", header));
    }

    [Fact]
    public void What_a_trusted_proxy_passed_on_counts_by_its_address_but_never_as_this_machine()
    {
        Assert.True(Admits("10.1.2.3", "pbx.example.com", "X-Original-For"));
        Assert.False(Admits("127.0.0.1", "127.0.0.1", "X-Original-For"));
    }

    private static bool Admits(string? address, string host, string? header = null)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new HostString(host);
        if (header is not null) context.Request.Headers[header] = "203.0.113.5";
        return new MetricsAccess(new AllowedNetworks(["10.0.0.0/8", "192.168.7.7"])).Admits(context.Request);
    }
}
