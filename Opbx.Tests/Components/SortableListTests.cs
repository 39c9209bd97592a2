using Bunit;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Tests.Components;

public sealed class SortableListTests
{
    private IReadOnlyList<string> _list = ["Anna", "Ben", "Carla"];

    [Fact]
    public void Buttons_move_a_line_and_say_where_it_is_now()
    {
        using var kit = new Kit();
        var list = Render(kit);
        list.Find("[aria-label='Move Carla up']").Click();
        Assert.Equal(["Anna", "Carla", "Ben"], _list);
        Assert.Equal("Carla is now number 2 of 3.", list.Find("[role=status]").TextContent);
        Assert.Contains(kit.JSInterop.Invocations, call => call.Identifier == "opbx.follow" && (string?)call.Arguments[0] == "people-up-1");
    }

    [Fact]
    public void The_first_line_does_not_go_further_up()
    {
        using var kit = new Kit();
        var button = Render(kit).Find("[aria-label='Move Anna up']");
        Assert.Equal("true", button.GetAttribute("aria-disabled"));
        button.Click();
        Assert.Equal(["Anna", "Ben", "Carla"], _list);
    }

    [Fact]
    public void Dragging_and_removing_change_the_list()
    {
        using var kit = new Kit();
        var list = Render(kit);
        list.Find("ol").TriggerEvent("onreordered", new ReorderedEventArgs { From = 0, To = 2 });
        Assert.Equal(["Ben", "Carla", "Anna"], _list);
        list = Render(kit);
        list.Find("[aria-label='Remove Carla']").Click();
        Assert.Equal(["Ben", "Anna"], _list);
    }

    [Fact]
    public void A_drag_that_makes_no_sense_changes_nothing()
    {
        using var kit = new Kit();
        var list = Render(kit);
        foreach (var (from, to) in new[] { (0, 3), (-1, 1), (5, 0), (1, 1) })
            list.Find("ol").TriggerEvent("onreordered", new ReorderedEventArgs { From = from, To = to });
        Assert.Equal(["Anna", "Ben", "Carla"], _list);
    }

    [Fact]
    public void Who_may_only_look_finds_nothing_to_press() =>
        Assert.Empty(Render(new Kit(), readOnly: true).FindAll("button, [data-handle], [data-sortable]"));

    private IRenderedComponent<SortableList<string>> Render(Kit kit, bool readOnly = false) => kit.Render<SortableList<string>>(p => p
        .Add(l => l.Id, "people")
        .Add(l => l.Label, "People")
        .Add(l => l.Items, _list)
        .Add(l => l.ItemsChanged, list => _list = list)
        .Add(l => l.NameOf, name => name)
        .Add(l => l.ReadOnly, readOnly)
        .Add(l => l.Row, line => builder => builder.AddContent(0, line.Item)));
}
