namespace Opbx.Portal.Features.Integrations;

/// <summary>Changes one row of a list that is never changed itself.</summary>
internal static class Rows
{
    /// <summary>The list with another row at this place.</summary>
    public static IReadOnlyList<T> Put<T>(IReadOnlyList<T> rows, int place, T row) => [.. rows.Select((r, i) => i == place ? row : r)];

    /// <summary>The list without the row at this place.</summary>
    public static IReadOnlyList<T> Drop<T>(IReadOnlyList<T> rows, int place) => [.. rows.Where((_, i) => i != place)];
}
