using Opbx.Core.Calls.Screening;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.BlockedCallers;

public sealed partial class BlockedCallersPage
{
    private IReadOnlyDictionary<string, HitCount> _hits = new Dictionary<string, HitCount>(StringComparer.Ordinal);

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ScreeningDirectory Screening { get; set; } = default!;

    private Task CountAsync(IReadOnlyList<SavedObject> rows)
    {
        _hits = Screening.Hits(Session.Actor, Session.PbxId).Value ?? _hits;
        return Task.CompletedTask;
    }
}
