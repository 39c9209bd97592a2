using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Prompts;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

/// <summary>A kind of destination as people choose it.</summary>
/// <param name="Make">Creates one that leads to the given object, if it leads to an object.</param>
/// <param name="Targets">The objects it can lead to; null when it leads to none.</param>
public sealed record DestinationType(Type Type, string Text, Func<string, Destination> Make,
    Func<PbxDocument, IEnumerable<Choice<string>>>? Targets = null, Func<Destination, string>? TargetOf = null)
{
    /// <summary>The most used first. A SIP address is a kind of its own here.</summary>
    public static readonly IReadOnlyList<DestinationType> All =
    [
        new(typeof(ExtensionDestination), "Extension", key => new ExtensionDestination { Number = key }, d => d.Extensions.Select(Named),
            d => ((ExtensionDestination)d).Number),
        new(typeof(RingGroupDestination), "Ring group", key => new RingGroupDestination { Name = key }, d => d.RingGroups.Select(Named),
            d => ((RingGroupDestination)d).Name),
        new(typeof(IvrDestination), "Menu", key => new IvrDestination { Name = key }, d => d.IvrMenus.Select(Named),
            d => ((IvrDestination)d).Name),
        new(typeof(BusinessHoursDestination), "Business hours", key => new BusinessHoursDestination { Name = key },
            d => d.BusinessHours.Select(Named), d => ((BusinessHoursDestination)d).Name),
        new(typeof(VoicemailDestination), "Voicemail", key => new VoicemailDestination { Extension = key },
            d => d.Extensions.OfType<UserExtension>().Select(Named), d => ((VoicemailDestination)d).Extension),
        new(typeof(ConferenceDestination), "Conference room", key => new ConferenceDestination { Name = key },
            d => d.ConferenceRooms.Select(Named), d => ((ConferenceDestination)d).Name),
        new(typeof(ExternalDestination), "Outside number or SIP address", _ => new ExternalDestination()),
        new(typeof(AnnouncementDestination), "Announcement, then ...",
            _ => new AnnouncementDestination { Prompt = new PromptValue { Say = "" }, Then = new HangupDestination() }),
        new(typeof(AiAssistantDestination), "AI assistant", key => new AiAssistantDestination { Extension = key },
            d => d.Extensions.OfType<AiAssistantExtension>().Select(Named), d => ((AiAssistantDestination)d).Extension),
        new(typeof(CustomLogicDestination), "Custom logic", _ => new CustomLogicDestination { Url = "https://" }),
        new(typeof(HangupDestination), "Hang up", _ => new HangupDestination()),
        new(typeof(RejectDestination), "Refuse the call", _ => new RejectDestination()),
    ];

    public static DestinationType For(Destination destination) => All.First(t => t.Type == destination.GetType());

    private static Choice<string> Named(Extension extension) => new(extension.Number, $"{extension.Number} {extension.Name}");
    private static Choice<string> Named(NamedObject value) => new(value.Name, value.Name);
}
