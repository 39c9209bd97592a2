using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Objects;

namespace Opbx.Portal.Features.Extensions;

public sealed partial class ExtensionsPage
{
    private Dictionary<string, PhoneState?> _phones = new(StringComparer.Ordinal);

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private PhoneStates Phones { get; set; } = default!;

    private async Task FindPhonesAsync(IReadOnlyList<SavedObject> rows)
    {
        var states = await Phones.FindAsync(Session.Actor, Session.PbxId, [.. rows.Select(r => r.Info.Id)], CancellationToken.None);
        _phones = rows.ToDictionary(r => r.Object.Key, r => states.GetValueOrDefault(r.Info.Id), StringComparer.Ordinal);
    }

    private string LeadsTo(Extension extension) => extension switch {
        UserExtension { DoNotDisturb: true } => "Do not disturb",
        UserExtension { Forwarding.Always: { } always } => DestinationText.For(always, Session.Snapshot.Document),
        UserExtension user => user.Email ?? "",
        RingGroupExtension to => to.Target,
        IvrExtension to => to.Target,
        ConferenceExtension to => to.Target,
        ForwardExtension to => DestinationText.For(to.ForwardTo, Session.Snapshot.Document),
        AiAssistantExtension to => to.Address,
        CustomLogicExtension to => to.Url,
        _ => "",
    };
}
