using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Permissions;
using Opbx.Core.Simulation;
using Opbx.Portal.Features.Simulation;

namespace Opbx.Tests.Simulation;

public sealed class WaitsTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public void A_simulation_tells_at_which_moments_it_waits_and_what_was_done_there()
    {
        var all = Run(new ScriptItem { Press = "2" });
        Assert.Equal(SimulationWaitKind.Keys, all.Waits[0].Kind);
        Assert.Equal(0, all.Waits[0].Item);
        var ring = all.Waits.First(w => w.Kind == SimulationWaitKind.Ring);
        Assert.NotEmpty(ring.Targets);
        Assert.Null(ring.Item);
        Assert.True(ring.Steps > all.Waits[0].Steps && ring.At > all.Waits[0].At);
    }

    [Fact]
    public void The_story_stops_where_nobody_said_what_comes_next_and_goes_on_by_itself()
    {
        var script = new[] { new ScriptItem { Press = "2" } };
        var result = Run(script);
        var story = SimulationStory.From(result, script, Document);
        Assert.Equal(SimulationWaitKind.Ring, story.Open!.Kind);
        Assert.Equal(result.Steps.Count + script.Length, story.Lines.Count + story.Otherwise.Count);
        Assert.Contains(story.Lines, l => l.Item == 0 && l.Sentence == "The caller presses 2.");
        Assert.NotEmpty(story.Otherwise);
    }

    [Theory]
    [InlineData("press.2,answer.1001,noAnswer,busy,unreachable,hangup,leave.12,noInput,answer")]
    [InlineData("press.12*#")]
    [InlineData("answer.+12125550100")]
    public void A_script_in_an_address_is_read_as_it_was_written(string text) =>
        Assert.Equal(text, ScriptText.Write(ScriptText.Read(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("press.,press.abc,leave.x,leave.99999,dance,.,..")]
    public void What_is_no_script_is_left_out(string? text) => Assert.Empty(ScriptText.Read(text));

    private PbxDocument Document => host.Services.GetRequiredService<ConfigurationStore>().Find(host.Pbx)!.Document;

    private SimulationResult Run(params ScriptItem[] script)
    {
        var pbx = host.Services.GetRequiredService<ConfigurationStore>().Find(host.Pbx)!;
        var result = host.Services.GetRequiredService<SimulationRunner>()
            .Run(Actor.System(pbx.OrganizationId, "test"), host.Pbx,
                new SimulationRequest {
                    From = "1001", To = "700", Direction = SimulationDirection.Internal,
                    At = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(-5)), Script = script
                });
        Assert.True(result.Ok);
        return result.Value;
    }
}
