namespace Opbx.Core.Shared;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items of this part.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total)
{
    /// <summary>The parts beside this one, when the list is too long to count: then <see cref="Total"/> is the number of items here.</summary>
    public PageCursors? Places { get; init; }
}

/// <summary>The parts beside one that begins at a place instead of a number.</summary>
/// <param name="Previous">The part before, as <see cref="ListQuery.Place"/>; null when there is none.</param>
public sealed record PageCursors(string? Previous, string? Next);

/// <summary>What part of a list is wanted.</summary>
/// <param name="Search">A text that must occur; null for all.</param>
/// <param name="Sort">The member to sort by, null for the natural order.</param>
/// <param name="Descending">Whether the order is reversed.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most.</param>
/// <param name="Place">Where the part begins, in lists that are too long to count; null for their beginning.</param>
public sealed record ListQuery(string? Search = null, string? Sort = null, bool Descending = false, int Skip = 0, int Take = 50, string? Place = null);
