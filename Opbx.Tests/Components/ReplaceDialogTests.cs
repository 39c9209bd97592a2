using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Portal.Components.Ui;

namespace Opbx.Tests.Components;

public sealed class ReplaceDialogTests
{
    private static readonly IReadOnlyList<ObjectUsage> Places =
        [new("Menu Main menu", "/ivr-menus/Main%20menu"), new("Settings of the phone system", null)];

    [Fact]
    public void The_places_are_named_and_lead_there_where_there_is_a_page()
    {
        using var kit = new Kit();
        var dialog = Render(kit, [new Choice<string>("Second", "Second")]);
        Assert.Equal(["Menu Main menu", "Settings of the phone system"], dialog.FindAll("li").Select(l => l.TextContent.Trim()));
        Assert.Equal("/ivr-menus/Main%20menu", Assert.Single(dialog.FindAll("li a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_is_replaced_before_something_is_chosen()
    {
        using var kit = new Kit();
        var answer = kit.Services.GetRequiredService<Confirm>().ReplaceAsync(Question([]));
        var dialog = Render(kit, [new Choice<string>("Second", "Second"), new Choice<string>("Third", "Third")]);
        Assert.True(dialog.Find("#replace-yes").HasAttribute("disabled"));
        dialog.Find("select").Change("Third");
        Assert.False(dialog.Find("#replace-yes").HasAttribute("disabled"));
        await dialog.Find("#replace-yes").ClickAsync(new());
        Assert.Equal("Third", await answer);
    }

    [Fact]
    public void Without_another_object_it_says_what_to_do_and_offers_nothing_to_delete()
    {
        using var kit = new Kit();
        var dialog = Render(kit, []);
        Assert.Contains("Take it out of these places first", dialog.Markup, StringComparison.Ordinal);
        Assert.Empty(dialog.FindAll("#replace-yes"));
    }

    private static IRenderedComponent<ReplaceDialog> Render(Kit kit, IReadOnlyList<Choice<string>> candidates) =>
        kit.Render<ReplaceDialog>(p => p.Add(x => x.Question, Question(candidates)));

    private static ReplaceQuestion Question(IReadOnlyList<Choice<string>> candidates) =>
        new("Delete Main menu?", "menu", Places, candidates);
}
