using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Objects;

namespace Opbx.Portal.Features.Extensions;

/// <summary>The list of extensions.</summary>
public sealed partial class ExtensionsPage
{
    private IReadOnlyDictionary<Guid, PhoneState> _phones = new Dictionary<Guid, PhoneState>();

    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    [Inject]
    private PhoneStates Phones { get; set; } = default!;

    private static Extension Of(SavedObject row) => (Extension)row.Object;

    private async Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query)
    {
        var page = Directory.List(Session.Actor, Session.PbxId, ObjectKind.Extensions, query);
        if (page.Ok) _phones = await Phones.OfAsync(Session.Actor, Session.PbxId, [.. page.Value.Items.Select(i => i.Info.Id)], CancellationToken.None);
        return page;
    }

    private string LeadsTo(Extension extension) => extension switch
    {
        UserExtension { DoNotDisturb: true } => "Do not disturb",
        UserExtension { Forwarding.Always: { } always } => DestinationText.Of(always, Session.Snapshot.Document),
        UserExtension user => user.Email ?? "",
        RingGroupExtension to => to.Target,
        IvrExtension to => to.Target,
        ConferenceExtension to => to.Target,
        ForwardExtension to => DestinationText.Of(to.ForwardTo, Session.Snapshot.Document),
        AiAssistantExtension to => to.Address,
        CustomLogicExtension to => to.Url,
        _ => "",
    };
}
