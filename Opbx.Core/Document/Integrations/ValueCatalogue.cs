using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Opbx.Core.Document.Integrations;

/// <summary>Which values each trigger offers, and their names.</summary>
public static class ValueCatalogue
{
    private static readonly ValueName[] Common =
        [ValueName.DateTime, ValueName.ServiceUuid, ValueName.ServiceName, ValueName.ServiceFriendlyName, ValueName.EventId,
            ValueName.EventType];
    private static readonly ValueName[] Person =
        [ValueName.ExtensionNumber, ValueName.Name, ValueName.OutboundPhoneNumber, ValueName.HasVoicemail, ValueName.EnabledCalls];
    private static readonly ValueName[] Call =
        [ValueName.SourceNumber, ValueName.DestinationNumber, ValueName.CallUuid, ValueName.Direction];
    private static readonly ValueName[] Lengths = [ValueName.Disposition, ValueName.Duration, ValueName.BillableSeconds];

    private static readonly FrozenDictionary<ValueName, string> Spellings = Enum.GetValues<ValueName>()
        .ToFrozenDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
    private static readonly FrozenDictionary<string, ValueName> BySpelling =
        Spellings.ToFrozenDictionary(s => s.Value, s => s.Key, StringComparer.Ordinal);
    private static readonly FrozenDictionary<ValueName, string> Names = Enum.GetValues<ValueName>()
        .ToFrozenDictionary(v => v, v => typeof(ValueName).GetField(v.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!);
    private static readonly FrozenDictionary<Trigger, IReadOnlyList<ValueName>> ByTrigger = Enum.GetValues<Trigger>()
        .ToFrozenDictionary(t => t, t => (IReadOnlyList<ValueName>)[.. Offered(t).Order()]);

    /// <summary>In the documented order.</summary>
    public static IReadOnlyList<ValueName> For(Trigger trigger) => ByTrigger[trigger];

    /// <summary>The values that all of the triggers have: those that a field may use.</summary>
    public static IReadOnlyList<ValueName> For(IEnumerable<Trigger> triggers) =>
        [.. triggers.Distinct().Select(For)
            .Aggregate((IEnumerable<ValueName>?)null, (all, next) => all is null ? next : all.Intersect(next)) ?? []];

    /// <summary>The JSON name, for example <c>callUuid</c>.</summary>
    public static string Spelling(ValueName value) => Spellings[value];

    /// <summary>The documented name, for example <c>Call UUID</c>.</summary>
    public static string DisplayName(ValueName value) => Names[value];

    /// <summary>By JSON name; null when there is none.</summary>
    public static ValueName? Find(string? spelling) =>
        spelling is not null && BySpelling.TryGetValue(spelling, out var value) ? value : null;

    private static IEnumerable<ValueName> Offered(Trigger trigger) => trigger switch {
        Trigger.UserCreated or Trigger.UserDeleted or Trigger.UserModified => [.. Common, .. Person],
        Trigger.InboundCallReceived => [.. Common, .. Call],
        Trigger.InboundCallAnswered => [.. Common, .. Call, .. Person, ValueName.AnsweredBy],
        Trigger.OutboundCallPlaced => [.. Common, .. Call, .. Person],
        Trigger.IvrCallReceived => [.. Common, .. Call, ValueName.IvrName],
        Trigger.IvrOptionSelected => [.. Common, .. Call, ValueName.IvrName, ValueName.OptionSelected],
        Trigger.CallEnded => [.. Common, .. Call, .. Person, ValueName.AnsweredBy, .. Lengths],
        Trigger.CallMissed => [.. Common, .. Call, .. Lengths],
        Trigger.VoicemailReceived => [.. Common, .. Call, .. Person, ValueName.Duration, ValueName.RecordingUrl],
        Trigger.RecordingReady => [.. Common, .. Call, .. Person, ValueName.Duration, ValueName.RecordingUrl],
        Trigger.ConfigurationChanged or Trigger.SystemAlert => [.. Common, ValueName.Name],
    };
}
