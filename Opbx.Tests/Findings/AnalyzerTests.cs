using System.Text.Json.Nodes;
using Opbx.Core.Findings;

namespace Opbx.Tests.Findings;

public sealed class AnalyzerTests
{
    [Fact]
    public void The_sample_has_no_findings() => Assert.Empty(ConfigurationAnalyzer.Analyze(Samples.Acme()));

    [Fact]
    public void Opening_hours_that_lead_to_each_other_are_found()
    {
        var findings = ConfigurationAnalyzer.Analyze(Samples.Acme(d =>
        {
            foreach (var (name, next) in new[] { ("A", "B"), ("B", "A") })
                d["businessHours"]!.AsArray()
                    .Add(JsonNode.Parse(
                        $$$"""{"name":"Loop {{{name}}}","open":{"type":"businessHours","name":"Loop {{{next}}}"},"closed":{"type":"hangup"}}"""));
        }));
        Assert.Equal(["/businessHours/1", "/businessHours/2"], findings.Where(f => f.Code == "endlessLoop").Select(f => f.Path));
    }

    [Fact]
    public void A_group_nobody_can_ring_in_is_found()
    {
        var findings =
            ConfigurationAnalyzer.Analyze(
                Samples.Acme(d => d["ringGroups"]!.AsArray()
                    .Add(JsonNode.Parse("""{"name":"Empty","members":[{"extension":"1004"}],"fallback":{"type":"hangup"}}"""))));
        Assert.Equal("/ringGroups/3/members", Assert.Single(findings).Path);
    }

    [Fact]
    public void A_destination_that_is_switched_off_is_found()
    {
        var findings = ConfigurationAnalyzer.Analyze(Samples.Acme(d => d["ringGroups"]![1]!["active"] = false));
        Assert.Equal(["/ivrMenus/0/options/1/destination/name", "/phoneNumbers/2/destination/name"], findings.Select(f => f.Path));
    }

    [Fact]
    public void A_caller_number_that_is_switched_off_is_found()
    {
        var findings = ConfigurationAnalyzer.Analyze(Samples.Acme(d => d["pbx"]!["defaultCallerId"] = "+12125550103"));
        Assert.Contains(findings, f => f is { Code: "callerNumberOff", Path: "/pbx/defaultCallerId" });
    }
}
