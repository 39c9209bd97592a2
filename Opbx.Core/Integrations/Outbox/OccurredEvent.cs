using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>A fact that integrations may be notified of.</summary>
public sealed record OccurredEvent
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The PBX where it happened (also for account triggers: the PBX of the person's extension).</summary>
    public required Guid PbxId { get; init; }

    public required Trigger Trigger { get; init; }

    /// <summary>Identifies the fact, unique within the PBX forever: a second event with the same key is ignored.</summary>
    public required string SourceKey { get; init; }

    public required DateTimeOffset At { get; init; }
    public string? CallUuid { get; init; }

    /// <summary>By name; values of the service and of the event itself are added by the outbox.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public EventScope Scope { get; init; } = new();
}

/// <summary>The data filters use.</summary>
public sealed record EventScope
{
    public string? PhoneNumber { get; init; }
    public IReadOnlyList<string> Extensions { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>IVR menus on the way (for menu triggers: the menu itself).</summary>
    public IReadOnlyList<string> Menus { get; init; } = [];

    public CallDirectionFilter? Direction { get; init; }
}
