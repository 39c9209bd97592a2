namespace Opbx.Portal.Features.Integrations;

/// <summary>Immutable changes of one row of a list.</summary>
internal static class Rows
{
    public static IReadOnlyList<T> Put<T>(IReadOnlyList<T> rows, int place, T row) => [.. rows.Select((r, i) => i == place ? row : r)];
    public static IReadOnlyList<T> Drop<T>(IReadOnlyList<T> rows, int place) => [.. rows.Where((_, i) => i != place)];
}
