using Microsoft.AspNetCore.WebUtilities;
using Opbx.Core.Audit;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.History;

public sealed partial class HistoryPage
{
    private static readonly IReadOnlyList<string> Filters = ["kind", "key"];

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private HistoryDirectory Directory { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private Task<Result<Page<HistoryEntry>>> LoadAsync(ListQuery query) =>
        Directory.PartAsync(Session.Actor, Session.PbxId, KindOf(), KeyOf(), query, CancellationToken.None);

    private string? KindOf() =>
        QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).TryGetValue(Filters[0], out var kind)
            && HistoryText.Kinds.Contains(kind.ToString(), StringComparer.Ordinal) ? kind.ToString() : null;

    private string? KeyOf() => KindOf() is not null && QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query)
        .TryGetValue(Filters[1], out var key) && key.ToString() is { Length: > 0 and <= 100 } one ? one : null;

    private void Filter(ChangeEventArgs e)
    {
        var chosen = e.Value is string { Length: > 0 } kind ? kind : null;
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [Filters[0]] = chosen, [Filters[1]] = null, ["page"] = null }),
                replace: true);
    }
}
