using Opbx.Portal.Hosting;

namespace Opbx.Tests.Hosting;

public sealed class HealthProbeTests
{
    [Theory]
    [InlineData(null, null, "http://127.0.0.1:5000/")]
    [InlineData(null, "8080", "http://127.0.0.1:8080/")]
    [InlineData("http://+:8081;https://+:8443", "8080", "http://127.0.0.1:8081/")]
    [InlineData("http://127.0.0.1:9000", null, "http://127.0.0.1:9000/")]
    public void It_asks_where_the_portal_listens(string? urls, string? ports, string expected) =>
        Assert.Equal(expected, HealthProbe.Address(name => name == "ASPNETCORE_URLS" ? urls : ports).ToString());

    [Theory]
    [InlineData(true, "--healthcheck")]
    [InlineData(false)]
    [InlineData(false, "--healthcheck", "--urls=http://127.0.0.1:1")]
    public void It_asks_only_when_told_to(bool expected, params string[] arguments) =>
        Assert.Equal(expected, HealthProbe.IsAskedBy(arguments));
}
