using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Prompts;
using Opbx.Portal.Features.IvrMenus;

namespace Opbx.Tests.Components;

public sealed class MenuBranchesTests
{
    private static readonly IvrMenu Main =
        Menu("Main", new IvrDestination { Name = "Orders" }, new ExtensionDestination { Number = "1001" });
    private static readonly IvrMenu Orders =
        Menu("Orders",
            new AnnouncementDestination { Prompt = new PromptValue { Say = "One moment." }, Then = new IvrDestination { Name = "Main" } });
    private static readonly PbxDocument Document =
        new() { Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell" }], IvrMenus = [Main, Orders] };

    [Fact]
    public void Options_of_a_menu_that_is_led_to_lie_below_it_and_the_way_back_is_marked()
    {
        var first = MenuBranches.From(Document, Main, "Main")[0];
        var below = Assert.Single(first.Branches);
        Assert.Equal(("1", "Orders (menu)", false), (first.Key, first.Leads, first.Back));
        Assert.Equal(("1", "Main", true), (below.Key, below.Menu, below.Back));
        Assert.Empty(below.Branches);
    }

    [Fact]
    public void What_happens_without_a_fitting_key_stands_at_the_end()
    {
        var branches = MenuBranches.From(Document, Main, "Main");
        Assert.Equal(["Another key", "No key", "After it was played 3 times"], branches.Where(b => b.Key is null).Select(b => b.Label));
        Assert.Equal(["Plays again", "Plays again", "Hang up"], branches.Where(b => b.Key is null).Select(b => b.Leads));
    }

    [Fact]
    public void A_menu_that_leads_to_itself_is_known_by_its_stored_name_while_renamed()
    {
        var renamed = Main
            with { Name = "Welcome", Options = [new IvrOption { Digits = "1", Destination = new IvrDestination { Name = "Main" } }] };
        Assert.True(MenuBranches.From(Document, renamed, "Main")[0].Back);
    }

    [Fact]
    public void An_option_without_a_target_says_so() =>
        Assert.Equal("Not chosen yet", MenuBranches.From(Document, Menu("New", new ExtensionDestination()), null)[0].Leads);

    [Fact]
    public void Every_menu_ends_somewhere_however_they_lead_to_each_other()
    {
        var menus = Enumerable.Range(0, 8)
            .Select(i => Menu($"M{i}",
                [.. Enumerable.Range(0, 4).Select(j => (Destination)new IvrDestination { Name = $"M{(i + j + 1) % 8}" })])).ToList();
        Assert.NotEmpty(MenuBranches.From(Document with { IvrMenus = menus }, menus[0], "M0"));
    }

    private static IvrMenu Menu(string name, params Destination[] destinations) =>
        new() { Name = name, Options = [.. destinations.Select((d, i) => new IvrOption { Digits = $"{i + 1}", Destination = d })] };
}
