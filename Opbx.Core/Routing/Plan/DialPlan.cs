using System.Collections.Frozen;
using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Document.Settings;
using Opbx.Core.Routing.Screening;

namespace Opbx.Core.Routing.Plan;

/// <summary>A PBX's configuration compiled for routing: lookups by key, no I/O.</summary>
public sealed class DialPlan
{
    private readonly Func<string, string> _audioAddress;

    private DialPlan(PbxDocument document, Func<string, string> audioAddress, Renames renames)
    {
        _audioAddress = audioAddress;
        Renames = renames;
        Settings = document.Pbx;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(document.Pbx.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        Extensions = ByKey(document.Extensions);
        RingGroups = ByKey(document.RingGroups);
        Menus = ByKey(document.IvrMenus);
        Hours = document.BusinessHours.DistinctBy(h => h.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(h => h.Name, h => CompiledHours.Compile(h, zone), StringComparer.Ordinal);
        PhoneNumbers = document.PhoneNumbers.DistinctBy(n => n.Number, StringComparer.Ordinal)
            .ToFrozenDictionary(n => n.Number.TrimStart('+'), StringComparer.Ordinal);
        Rooms = ByKey(document.ConferenceRooms);
        Prompts = ByKey(document.Prompts);
        Screening = ScreeningList.Compile(document.BlockedCallers);
        OutboundRules = document.OutboundRules;
        OwnNumbers = document.PhoneNumbers.Where(n => n.Active).Select(n => n.Number).ToFrozenSet(StringComparer.Ordinal);
        LongestExtension = document.Extensions.Select(e => e.Number.Length).DefaultIfEmpty(0).Max();
    }

    public PbxSettings Settings { get; }
    public FrozenDictionary<string, Extension> Extensions { get; }
    public FrozenDictionary<string, RingGroup> RingGroups { get; }
    public FrozenDictionary<string, IvrMenu> Menus { get; }
    public FrozenDictionary<string, CompiledHours> Hours { get; }

    /// <summary>By their digits, without the plus.</summary>
    public FrozenDictionary<string, PhoneNumber> PhoneNumbers { get; }

    public FrozenDictionary<string, ConferenceRoom> Rooms { get; }
    public FrozenDictionary<string, Prompt> Prompts { get; }
    public ScreeningList Screening { get; }
    public IReadOnlyList<OutboundRule> OutboundRules { get; }

    /// <summary>The PBX's active numbers in E.164.</summary>
    public FrozenSet<string> OwnNumbers { get; }

    public int LongestExtension { get; }

    /// <summary>Objects renamed during calls.</summary>
    public Renames Renames { get; }

    /// <param name="audioAddress">Returns the URL of a prompt's audio file, without I/O; the file name itself when absent.</param>
    /// <param name="renames">Objects renamed during calls; none when absent.</param>
    public static DialPlan Compile(PbxDocument document, Func<string, string>? audioAddress = null, Renames? renames = null) =>
        new(document, audioAddress ?? (file => file), renames ?? Renames.None);

    public string AudioAddress(string file) => _audioAddress(file);

    /// <summary>The PBX's number that was dialled, with or without plus; null when there is none.</summary>
    public PhoneNumber? FindNumber(string dialled) => PhoneNumbers.GetValueOrDefault(dialled.TrimStart('+'));

    private static FrozenDictionary<string, T> ByKey<T>(IEnumerable<T> items)
        where T : ConfiguredObject =>
            items.DistinctBy(i => i.Key, StringComparer.Ordinal).ToFrozenDictionary(i => i.Key, StringComparer.Ordinal);
}
