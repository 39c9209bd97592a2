namespace Opbx.Core.Shared;

/// <summary>What part of a list is wanted.</summary>
/// <param name="Search">A text that must occur; null for all.</param>
/// <param name="Sort">The member to sort by, null for the natural order.</param>
/// <param name="Descending">Whether the order is reversed.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most.</param>
/// <param name="Place">Where the part begins, in lists that are too long to count; null for their beginning.</param>
public sealed record ListQuery(string? Search = null, string? Sort = null, bool Descending = false, int Skip = 0, int Take = 50,
    string? Place = null);
