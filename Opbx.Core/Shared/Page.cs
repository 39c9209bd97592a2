namespace Opbx.Core.Shared;

public sealed record Page<T>(IReadOnlyList<T> Items, int Total)
{
    /// <summary>Set when the list is too long to count: then <see cref="Total"/> is the number of items here.</summary>
    public PageCursors? Places { get; init; }
}

/// <summary>The neighbours of a part that begins at a place instead of an index.</summary>
/// <param name="Previous">The part before, as <see cref="ListQuery.Place"/>; null when there is none.</param>
public sealed record PageCursors(string? Previous, string? Next);
