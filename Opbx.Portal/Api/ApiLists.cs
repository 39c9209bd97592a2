using System.Buffers.Text;
using System.Text;

namespace Opbx.Portal.Api;

/// <summary>Lists are requested by <c>limit</c> and <c>cursor</c> and answered as <c>{items, nextCursor}</c>.</summary>
public static class ApiLists
{
    public const int MostItems = 500;

    /// <summary>The requested part; the cursor of these lists is a place.</summary>
    public static (ListQuery? Query, IResult? Problem) Query(HttpRequest request)
    {
        var (limit, problem) = Limit(request);
        if (problem is not null) return (null, problem);
        var skip = 0;
        if (request.Query["cursor"].ToString() is { Length: > 0 } cursor && !TryPlace(cursor, out skip))
            return (null, Problems.Invalid("/cursor", "This cursor is not one of ours."));
        return (new ListQuery(request.Query["search"].ToString() is { Length: > 0 } search ? search : null, Skip: skip, Take: limit), null);
    }

    /// <summary>1 to 500, 100 when absent.</summary>
    public static (int Limit, IResult? Problem) Limit(HttpRequest request)
    {
        if (request.Query["limit"].ToString() is not { Length: > 0 } text) return (100, null);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostItems
            ? (limit, null)
            : (0, Problems.Invalid("/limit", $"The limit is a whole number from 1 to {MostItems}."));
    }

    public static object Answer<T, TItem>(Page<T> page, ListQuery query, Func<T, TItem> item) => new {
        items = page.Items.Select(item).ToList(),
        nextCursor = query.Skip + page.Items.Count < page.Total ? Place(query.Skip + page.Items.Count) : null,
    };

    /// <summary>The requested part of a list that is in memory as a whole.</summary>
    public static object Answer<T, TItem>(IReadOnlyList<T> all, ListQuery query, Func<T, TItem> item) =>
        Answer(new Page<T>([.. all.Skip(query.Skip).Take(query.Take)], all.Count), query, item);

    private static string Place(int skip) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"p{skip}")));

    private static bool TryPlace(string cursor, out int skip)
    {
        skip = 0;
        if (cursor.Length > 32 || !Base64Url.IsValid(cursor)) return false;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith('p') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out skip);
    }
}
