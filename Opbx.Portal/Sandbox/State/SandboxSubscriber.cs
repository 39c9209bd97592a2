using System.Collections.Immutable;
using System.Text.Json;

namespace Opbx.Portal.Sandbox.State;

/// <summary>A SIP account; serialized to the wire as it is (the platform also returns the password in clear text).</summary>
internal sealed record SandboxSubscriber
{
    public required long Id { get; init; }
    public required long DomainId { get; init; }
    public required string Msisdn { get; init; }
    public required Guid Uuid { get; init; }
    public bool Active { get; init; } = true;
    public string? SipPassword { get; init; }
    public ImmutableDictionary<string, JsonElement> Profile { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}
