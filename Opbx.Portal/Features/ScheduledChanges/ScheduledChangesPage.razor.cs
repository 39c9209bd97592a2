using Microsoft.AspNetCore.WebUtilities;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.ScheduledChanges;

public sealed partial class ScheduledChangesPage
{
    private static readonly IReadOnlyList<string> Filters = ["show"];

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ScheduledChangeDirectory Directory { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private Task<Result<Page<ScheduledChange>>> LoadAsync(ListQuery query) =>
        Directory.ListAsync(Session.Actor, Session.PbxId, Shown() is { } shown ? shown == "over" : null, query, CancellationToken.None);

    private string? Shown() => QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).TryGetValue(Filters[0], out var shown)
        && shown.ToString() is "coming" or "over" ? shown.ToString() : null;

    private void Filter(ChangeEventArgs e) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?>(StringComparer.Ordinal) {
                [Filters[0]] = e.Value is string { Length: > 0 } shown ? shown
                : null, ["page"] = null
            }), replace: true);
}
