using Opbx.Core.Calls.Recordings;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Projection;

/// <summary>Creates the events of one call: the values receivers get and those filters test.</summary>
internal sealed class CallEvents(Call call, CallStory story, Surroundings around)
{
    public CallStory Story => story;
    public Surroundings Around => around;

    public OccurredEvent For(Trigger trigger, string key, DateTimeOffset at, UserExtension? person = null,
        IReadOnlyList<string>? rang = null) => new() {
            OrganizationId = call.OrganizationId,
            PbxId = call.PbxId,
            Trigger = trigger,
            SourceKey = $"call/{call.Token}/{key}",
            At = at,
            CallUuid = call.Token,
            Values = Values(person),
            Scope = new EventScope {
                PhoneNumber = call.PhoneNumber,
                Extensions = [.. new[] { call.CallerExtension, call.AnsweredBy }.OfType<string>().Concat(rang ?? [])
                .Distinct(StringComparer.Ordinal)],
                Groups = story.Groups,
                Menus = story.Menus,
                Direction = Filter(call.Direction),
            },
        };

    public OccurredEvent OfMenu(Trigger trigger, string key, DateTimeOffset at, string menu, string? option = null)
    {
        var occurred = For(trigger, key, at);
        return With(occurred, (ValueName.IvrName, menu), (ValueName.OptionSelected, option))
            with { Scope = occurred.Scope with { Menus = [menu] } };
    }

    public OccurredEvent OfMessage(Sound sound, Guid id) => With(
        For(Trigger.VoicemailReceived, $"voicemail{sound.Key}", sound.At, Person(sound.Extension),
            sound.Extension is { } owner ? [owner] : null),
        (ValueName.Duration, Text(sound.Seconds)),
        (ValueName.RecordingUrl, around.Address(AudioPaths.Voicemail(call.PbxId, id))));

    public OccurredEvent OfRecording(Recording recording, DateTimeOffset at) => With(
        For(Trigger.RecordingReady, $"recording/{recording.Id:N}", at, Party()), (ValueName.Duration, Text(recording.Seconds)),
        (ValueName.RecordingUrl, around.Address(AudioPaths.OfCall(call.PbxId, call.Token))));

    /// <summary>Who answered a call from outside, or who dialled.</summary>
    public UserExtension? Party() => Person(call.Direction == CallDirection.Inbound ? call.AnsweredBy : call.CallerExtension);

    public UserExtension? Person(string? extension) => around.Extension(extension) as UserExtension;

    private Dictionary<string, string> Values(UserExtension? person)
    {
        var values = UserValues.From(person);
        void Set(ValueName name, string? value) => values[ValueCatalogue.Spelling(name)] = value ?? "";
        Set(ValueName.SourceNumber, call.From);
        Set(ValueName.DestinationNumber, call.To);
        Set(ValueName.CallUuid, call.Token);
        Set(ValueName.Direction, Spell(call.Direction));
        Set(ValueName.AnsweredBy, call.AnsweredBy);
        Set(ValueName.Disposition, call.Disposition is { } disposition ? Spell(disposition) : null);
        Set(ValueName.Duration, Text(call.Duration));
        Set(ValueName.BillableSeconds, Text(call.BillableSeconds));
        return values;
    }

    private static OccurredEvent With(OccurredEvent occurred, params ReadOnlySpan<(ValueName Name, string? Value)> more)
    {
        var values = new Dictionary<string, string>(occurred.Values, StringComparer.Ordinal);
        foreach (var (name, value) in more) values[ValueCatalogue.Spelling(name)] = value ?? "";
        return occurred with { Values = values };
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static CallDirectionFilter Filter(CallDirection direction) => direction switch {
        CallDirection.Inbound => CallDirectionFilter.Inbound,
        CallDirection.Outbound => CallDirectionFilter.Outbound,
        CallDirection.Internal => CallDirectionFilter.Internal,
    };
}
