using Microsoft.AspNetCore.WebUtilities;

namespace Opbx.Portal.Components.Ui;

/// <summary>Which part of a list a page shows; in its address, so that it can be bookmarked and the back button works.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Place">Where the page begins, in lists that are too long to count.</param>
public sealed record TableState(string? Search, string? Sort, bool Descending, int Number, string? Place = null)
{
    public static TableState From(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(string name) =>
            query.TryGetValue(name, out var values) && !string.IsNullOrWhiteSpace(values) ? values.ToString() : null;
        return new TableState(Value("search"), Value("sort"), Value("order") == "down", int.TryParse(Value("page"), out var number)
            && number > 1 ? number : 1, Value("place"));
    }

    /// <summary>As query parameters; null removes one.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal) {
        ["search"] = Search,
        ["sort"] = Sort,
        ["order"] = Descending ? "down" : null,
        ["page"] = Number > 1 ? Number : null,
        ["place"] = Number > 1 ? Place : null,
    };

    public ListQuery ToQuery(int size) => new(Search, Sort, Descending, (Number - 1) * size, size, Number > 1 ? Place : null);

    /// <summary>Sorts by this column; reverses the order when it is sorted by it already.</summary>
    public TableState SortedBy(string sort) => this with { Sort = sort, Descending = Sort == sort && !Descending, Number = 1 };

    /// <summary>Another page; in lists that are too long to count, the one at this place.</summary>
    public TableState At(int number, string? place) => this with { Number = number, Place = place };
}
