namespace Opbx.Core.Shared;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Search">Text that must occur; null for all.</param>
/// <param name="Sort">The member to sort by, null for the natural order.</param>
/// <param name="Take">Maximum number of items.</param>
/// <param name="Place">Where the part begins, in lists that are too long to count; null for the beginning.</param>
public sealed record ListQuery(string? Search = null, string? Sort = null, bool Descending = false, int Skip = 0, int Take = 50,
    string? Place = null);
