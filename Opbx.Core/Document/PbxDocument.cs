using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.GoldenCalls;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Document.Settings;

namespace Opbx.Core.Document;

/// <summary>One PBX as a readable document: exported, imported, and compiled for the router.</summary>
public sealed record PbxDocument
{
    public const int FormatVersion = 1;

    /// <summary>The version of this format; always 1.</summary>
    [Required, Range(FormatVersion, FormatVersion, ErrorMessage = "This portal reads documents of format version 1.")]
    public int Opbx { get; init; } = FormatVersion;

    [Required]
    public PbxSettings Pbx { get; init; } = new();

    [MaxLength(10_000)]
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    [MaxLength(2_000)]
    public IReadOnlyList<RingGroup> RingGroups { get; init; } = [];

    [MaxLength(2_000)]
    public IReadOnlyList<IvrMenu> IvrMenus { get; init; } = [];

    [MaxLength(2_000)]
    public IReadOnlyList<BusinessHoursSchedule> BusinessHours { get; init; } = [];

    /// <summary>Numbers (DIDs) that callers dial.</summary>
    [MaxLength(10_000)]
    public IReadOnlyList<PhoneNumber> PhoneNumbers { get; init; } = [];

    [MaxLength(2_000)]
    public IReadOnlyList<ConferenceRoom> ConferenceRooms { get; init; } = [];

    /// <summary>Prompts that several objects can share.</summary>
    [MaxLength(2_000)]
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    /// <summary>Which outside numbers can be dialled, and how.</summary>
    [MaxLength(2_000)]
    public IReadOnlyList<OutboundRule> OutboundRules { get; init; } = [];

    [MaxLength(10_000)]
    public IReadOnlyList<BlockedCaller> BlockedCallers { get; init; } = [];

    /// <summary>Outgoing webhooks of this PBX.</summary>
    [MaxLength(200)]
    public IReadOnlyList<Integration> Integrations { get; init; } = [];

    /// <summary>Saved simulations with their expected result.</summary>
    [MaxLength(1_000)]
    public IReadOnlyList<GoldenCall> GoldenCalls { get; init; } = [];
}
