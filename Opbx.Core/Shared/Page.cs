namespace Opbx.Core.Shared;

/// <summary>A part of a list.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total)
{
    /// <summary>The parts beside this one, when the list is too long to count: then <see cref="Total"/> is the number of items
    /// here.</summary>
    public PageCursors? Places { get; init; }
}

/// <summary>The parts beside one that begins at a place instead of a number.</summary>
/// <param name="Previous">The part before, as <see cref="ListQuery.Place"/>; null when there is none.</param>
public sealed record PageCursors(string? Previous, string? Next);
