using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Shared;
using Opbx.Portal.Components.Ui;

namespace Opbx.Tests.Components;

public sealed class DataTableTests
{
    private static readonly string[] People = [.. Enumerable.Range(1, 60).Select(i => $"Person {i:00}")];
    private readonly List<ListQuery> _asked = [];

    [Fact]
    public void The_first_column_links_to_the_row_and_the_foot_counts()
    {
        using var kit = new Kit();
        var table = Render(kit, People);
        Assert.Equal(25, table.FindAll("tbody tr").Count);
        Assert.Equal("/people/Person 01", table.Find("tbody a.row-link").GetAttribute("href"));
        Assert.Contains("1 to 25 of 60", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_taken_from_the_address()
    {
        using var kit = new Kit();
        kit.Services.GetRequiredService<NavigationManager>().NavigateTo("/people?page=3&sort=name&order=down");
        var table = Render(kit, People);
        Assert.Equal(10, table.FindAll("tbody tr").Count);
        Assert.Equal(new ListQuery(null, "name", true, 50, 25), _asked[^1]);
        Assert.Equal("descending", table.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public void Sorting_is_a_link_that_starts_at_the_first_page()
    {
        using var kit = new Kit();
        kit.Services.GetRequiredService<NavigationManager>().NavigateTo("/people?page=2");
        var href = Render(kit, People).Find("th a").GetAttribute("href")!;
        Assert.EndsWith("/people?sort=name", href, StringComparison.Ordinal);
    }

    [Fact]
    public void Typing_searches_where_the_data_are()
    {
        using var kit = new Kit();
        var table = Render(kit, People);
        table.Find("input[type=search]").Input("07");
        table.WaitForAssertion(() => Assert.Equal("07", _asked[^1].Search));
        table.WaitForAssertion(() => Assert.Single(table.FindAll("tbody tr")));
        Assert.EndsWith("?search=07", kit.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_shows_what_to_do_and_nothing_found_shows_the_way_back()
    {
        using var kit = new Kit();
        Assert.Contains("Create the first", Render(kit, []).Markup, StringComparison.Ordinal);
        kit.Services.GetRequiredService<NavigationManager>().NavigateTo("/people?search=nobody");
        Assert.Contains("Nothing matches", Render(kit, People).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_fails_says_so_and_can_be_tried_again()
    {
        using var kit = new Kit();
        var works = false;
        var table = Render(kit, _ => works ? new Page<string>(["Person 01"], 1) : new Failure(FailureKind.Upstream, "The store is away."));
        Assert.Contains("The store is away.", table.Markup, StringComparison.Ordinal);
        works = true;
        table.Find("button").Click();
        Assert.Single(table.FindAll("tbody tr"));
    }

    private IRenderedComponent<DataTable<string>> Render(Kit kit, string[] people) => Render(kit, query =>
    {
        var found = people.Where(p => query.Search is null || p.Contains(query.Search, StringComparison.OrdinalIgnoreCase)).ToList();
        return new Page<string>([.. found.Skip(query.Skip).Take(query.Take)], found.Count);
    });

    private IRenderedComponent<DataTable<string>> Render(Kit kit, Func<ListQuery, Result<Page<string>>> load) =>
        kit.Render<DataTable<string>>(table => table
        .Add(t => t.Noun, "people")
        .Add(t => t.Filters, [])
        .Add(t => t.RowHref, person => $"/people/{person}")
        .Add(t => t.Load, query =>
        {
            _asked.Add(query);
            return Task.FromResult(load(query));
        })
        .Add(t => t.Empty, "Create the first")
        .Add(t => t.Columns, builder =>
        {
            builder.OpenComponent<DataColumn<string>>(0);
            builder.AddAttribute(1, "Title", "Name");
            builder.AddAttribute(2, "Sort", "name");
            builder.AddAttribute(3, "ChildContent", (RenderFragment<string>)(person => cell => cell.AddContent(0, person)));
            builder.CloseComponent();
        }));
}
