using System.Text.Json.Nodes;

namespace Opbx.Tests.Routing.Scenarios;

public sealed class Menus
{
    private const string Line = "+12125550199";

    [Fact]
    public void The_menu_waits_as_configured_with_its_prompt_inside()
    {
        var gather = CallTo("""{"firstDigitTimeout":9,"interDigitTimeout":4}""").Gathers[0];
        Assert.Equal(("9", "4"), (gather.Attribute("maxTimeout")!.Value, gather.Attribute("timeout")!.Value));
        Assert.Equal("The menu.", gather.Element("Say")!.Value);
    }

    [Fact]
    public void No_input_and_wrong_input_share_the_turns()
    {
        var call = CallTo("""{"turns":2}""", """[{"press":"9"},{"noInput":true},{"press":"1"}]""");
        Assert.Equal(2, call.Gathers.Count);
        Assert.Contains("Goodbye from the menu.", call.Heard);
        Assert.DoesNotContain("One.", call.Heard);
    }

    [Fact]
    public void Zero_is_a_digit() => Assert.Contains("Zero.", CallTo("{}", """[{"press":"0"}]""").Heard);

    [Fact]
    public void An_option_whose_target_is_inactive_is_explained_and_the_menu_plays_again()
    {
        var call = CallTo(
            """{"options":[{"digits":"1","destination":{"type":"extension","number":"1004"}},{"digits":"3","destination":{"type":"hangup","say":"Three."}}]}""", """[{"press":"1"},{"press":"3"}]""");
        Assert.Equal("", call.Dialled);
        Assert.Equal(2, call.Gathers.Count);
        Assert.Contains("Three.", call.Heard);
    }

    [Fact]
    public void Extensions_can_be_dialled_only_where_it_is_switched_on()
    {
        Assert.Equal("1002", CallTo("""{"directDial":true}""", """[{"press":"1002"},{"answer":true}]""").Dialled);
        Assert.Equal("", CallTo("""{"directDial":false,"turns":1}""", """[{"press":"1002"}]""").Dialled);
    }

    [Fact]
    public void Own_destinations_take_wrong_and_missing_input()
    {
        const string Exits = """{"invalid":{"type":"hangup","say":"Wrong digits."},"noInput":{"type":"hangup","say":"You were silent."}}""";
        Assert.Contains("Wrong digits.", CallTo(Exits, """[{"press":"9"}]""").Heard);
        Assert.Contains("You were silent.", CallTo(Exits, """[{"noInput":true}]""").Heard);
    }

    [Fact]
    public void Menus_that_lead_to_each_other_end_because_turns_are_counted_per_call()
    {
        var call = Scenario.CallTo(Line, "[" + string.Join(',', Enumerable.Repeat("""{"press":"1"}""", 30)) + "]", document =>
        {
            foreach (var (name, next) in new[] { ("A", "B"), ("B", "A") })
                document["ivrMenus"]!.AsArray()
                    .Add(JsonNode.Parse(
                        $$$"""{"name":"Menu {{{name}}}","prompt":{"say":"{{{name}}}"},"turns":2,"options":[{"digits":"1","destination":{"type":"ivr","name":"Menu {{{next}}}"}}],"fallback":{"type":"hangup","say":"The end."}}"""));
            NumbersAndExtensions.Number(document, Line, """{"type":"ivr","name":"Menu A"}""");
        });
        Assert.Equal(4, call.Gathers.Count);
        Assert.Equal("The end.", call.Heard[^1]);
    }

    [Fact]
    public void The_path_names_menu_and_keys() => Assert.Equal([Line, "Tested", "1"], CallTo("{}", """[{"press":"1"}]""").Result.Path);

    private static Scenario CallTo(string menu, string script = "[]") => Scenario.CallTo(Line, script, document =>
    {
        var node = JsonNode.Parse(menu)!.AsObject();
        node["name"] = "Tested";
        node["prompt"] = JsonNode.Parse("""{"say":"The menu."}""");
        node.TryAdd("fallback", JsonNode.Parse("""{"type":"hangup","say":"Goodbye from the menu."}"""));
        node.TryAdd("options",
            JsonNode.Parse(
                """[{"digits":"1","destination":{"type":"hangup","say":"One."}},{"digits":"0","destination":{"type":"hangup","say":"Zero."}}]"""));
        document["ivrMenus"]!.AsArray().Add(node);
        NumbersAndExtensions.Number(document, Line, """{"type":"ivr","name":"Tested"}""");
    });
}
