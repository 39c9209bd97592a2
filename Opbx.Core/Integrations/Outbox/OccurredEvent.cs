using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>A fact that integrations may tell others.</summary>
public sealed record OccurredEvent
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The PBX where it happened (also for account triggers: the PBX of the person's extension).</summary>
    public required Guid PbxId { get; init; }

    public required Trigger Trigger { get; init; }

    /// <summary>Names the fact, unique within the PBX for ever: a second event with the same key changes nothing.</summary>
    public required string SourceKey { get; init; }

    public required DateTimeOffset At { get; init; }
    public string? CallUuid { get; init; }

    /// <summary>Values by their names; values of the service and of the event itself are added by the outbox.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public EventScope Scope { get; init; } = new();
}

/// <summary>What filters look at.</summary>
public sealed record EventScope
{
    public string? PhoneNumber { get; init; }
    public IReadOnlyList<string> Extensions { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Menus on the way (for menu triggers: the menu itself).</summary>
    public IReadOnlyList<string> Menus { get; init; } = [];

    public CallDirectionFilter? Direction { get; init; }
}
