using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Plans;
using Opbx.Core.Prompts;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Shared;

namespace Opbx.Tests.Routing;

/// <summary>States that were made before the configuration changed, and states that cannot be trusted.</summary>
public sealed class StateOverChangesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
    private static readonly RoutingContext Context = new(Now, new SeededDice(1), new TestLines());

    [Fact]
    public void A_renamed_menu_a_renumbered_extension_and_a_renamed_group_are_found_again()
    {
        var plan = Changed(d =>
        {
            Rename(d["ivrMenus"]!, "name", "Main menu", "Welcome");
            Rename(d["ringGroups"]!, "name", "Hygiene", "Teeth");
            d["ivrMenus"]![0]!["options"]![1]!["destination"]!["name"] = "Teeth";
            Rename(d["extensions"]!, "number", "1002", "2002");
            Rename(d["ringGroups"]![1]!["members"]!, "extension", "1002", "2002");
        });
        Assert.Equal(["2002"], Rings(plan, State(Wait.Menu, "Main menu"), new CallFacts { Digits = "2" }));
        Assert.Equal(["1003"],
            Rings(plan, State(Wait.Group, "Hygiene") with { Turn = 1, Index = 0, Order = ["1002", "1003"], Ringing = "1002" },
                new CallFacts { CallStatus = "no-answer" }));
        Assert.Equal(["2002"],
            Rings(plan, State(Wait.Group, "Hygiene") with { Turn = 1, Index = 1, Order = ["1002", "1003"] },
                new CallFacts { CallStatus = "no-answer" }));
        Assert.Equal(["1001"], Rings(plan, State(Wait.Extension, "1002"), new CallFacts { CallStatus = "no-answer" }));
        Assert.Equal("answered", Resume(plan, State(Wait.Extension, "1002"), new CallFacts { CallStatus = "completed" }).Trace[0].Code);
    }

    [Fact]
    public void A_name_that_is_used_again_means_the_object_that_has_it()
    {
        var renamed = After(Before(), Samples.Acme(d => Rename(d["ivrMenus"]!, "name", "Score", "Old score")));
        var again = renamed
            with {
            Version = 3,
            Objects =
                new Dictionary<ObjectRef, ObjectInfo>(renamed.Objects) {
                    [new ObjectRef("ivrMenus", "Score")] =
                    new(Guid.NewGuid(), 1, Now, Now)
                }
        };
        var renames = Renames.None.With(Before(), renamed);
        Assert.Equal("Old score", renames.Now(ObjectKind.IvrMenus, "Score"));
        Assert.Equal("Score", renames.With(renamed, again).Now(ObjectKind.IvrMenus, "Score"));
        Assert.Equal("Main menu", renames.Now(ObjectKind.IvrMenus, "Main menu"));
    }

    [Fact]
    public void Twice_renamed_is_found_under_the_last_name()
    {
        var first = After(Before(), Samples.Acme(d => Rename(d["ivrMenus"]!, "name", "Score", "Second")));
        var second = After(first, Samples.Acme(d => Rename(d["ivrMenus"]!, "name", "Score", "Third")));
        Assert.Equal("Third", Renames.None.With(Before(), first).With(first, second).Now(ObjectKind.IvrMenus, "Score"));
    }

    [Theory]
    [InlineData(Wait.Extension, "1009")]
    [InlineData(Wait.Group, "Gone")]
    [InlineData(Wait.Menu, "Gone")]
    [InlineData(Wait.Pin, "Gone")]
    public void What_was_removed_leads_to_the_safety_destination_or_to_an_apology(Wait wait, string key)
    {
        var plan = DialPlan.Compile(Samples.Acme());
        var facts = new CallFacts { CallStatus = "no-answer", Digits = "1" };
        Assert.Equal(["1001"], Rings(plan, State(wait, key), facts));
        var lost = Resume(plan, State(wait, key) with { PhoneNumber = "+12125550101" }, facts);
        Assert.IsType<HangUp>(lost.Decision.Ending);
        Assert.NotEmpty(lost.Decision.Before);
        Assert.Equal("gone", lost.Trace[0].Code);
    }

    [Theory]
    [InlineData("12:00:01", "stateRefused")]
    [InlineData("11:59:59", "notTaken")]
    public void A_state_lives_for_half_a_day(string age, string code) =>
        Assert.Equal(code,
            Resume(DialPlan.Compile(Samples.Acme()), State(Wait.Group, "Hygiene")
                with {
                Turn = 1,
                IssuedAt = (Now - TimeSpan.Parse(age, System.Globalization.CultureInfo.InvariantCulture))
                    .ToUnixTimeSeconds()
            }, new CallFacts { CallStatus = "busy" }).Trace[0].Code);

    [Fact]
    public void A_state_of_another_call_is_refused_and_the_safety_destination_takes_over()
    {
        var result = Resume(DialPlan.Compile(Samples.Acme()), State(Wait.Menu, "Main menu") with { Session = "another call" },
            new CallFacts { Digits = "2", To = "+12125550100" });
        Assert.Equal(["stateRefused", "safetyDestination", "ring"], result.Trace.Select(t => t.Code));
        Assert.NotEmpty(result.Decision.Before);
    }

    [Fact]
    public void A_state_of_a_later_version_that_nobody_understands_is_refused() =>
        Assert.Equal("stateRefused",
            Resume(DialPlan.Compile(Samples.Acme()), State((Wait)99, "x"), new CallFacts { To = "+12125550101" }).Trace[0].Code);

    private static RouterState State(Wait wait, string key) =>
        new() { Session = "call", IssuedAt = Now.ToUnixTimeSeconds(), Wait = wait, Key = key, PhoneNumber = "+12125550100" };

    private static RouteResult Resume(DialPlan plan, RouterState state, CallFacts facts) =>
        CallRouter.Resume(plan, state, facts with { Token = "call", From = Scenario.Outsider }, Context);

    private static IReadOnlyList<string> Rings(DialPlan plan, RouterState state, CallFacts facts) =>
        Assert.IsType<Ring>(Resume(plan, state, facts).Decision.Ending).Targets;

    /// <summary>The plan after a change that kept every object's identity and place.</summary>
    private static DialPlan Changed(Action<JsonNode> change)
    {
        var store = new ConfigurationStore();
        var plans = new DialPlanStore(store, new PromptAddresses(new PublicAddress(Options.Create(new PortalOptions()))));
        store.Replace(Before());
        var after = After(Before(), Samples.Acme(change));
        store.Replace(after);
        return plans.For(after);
    }

    private static PbxSnapshot Before()
    {
        var document = Samples.Acme();
        return new PbxSnapshot(Guid.Empty, Guid.Empty, 1, document, Identities(document));
    }

    private static PbxSnapshot After(PbxSnapshot before, PbxDocument document) =>
        before with { Version = before.Version + 1, Document = document, Objects = Identities(document) };

    /// <summary>Identities by place, so that a renamed object keeps its own.</summary>
    private static Dictionary<ObjectRef, ObjectInfo> Identities(PbxDocument document) => ObjectKind.All
        .SelectMany(kind => kind.Read(document)
        .Select((o, i) =>
            (new ObjectRef(kind.Name, o.Key),
                new ObjectInfo(new Guid(ObjectKind.All.ToList().IndexOf(kind), (short)i, 0, new byte[8]), 1, Now, Now))))
        .ToDictionary(x => x.Item1, x => x.Item2);

    private static void Rename(JsonNode list, string member, string before, string after) =>
        list.AsArray().First(o => (string?)o![member] == before)![member] = after;
}
