namespace Opbx.Core.Shared;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this part.</param>
/// <param name="Total">How many match in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <summary>What part of a list is wanted.</summary>
/// <param name="Search">A text that must occur; null for all.</param>
/// <param name="Sort">The member to sort by, null for the natural order.</param>
/// <param name="Descending">Whether the order is reversed.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most.</param>
public sealed record ListQuery(string? Search = null, string? Sort = null, bool Descending = false, int Skip = 0, int Take = 50);
