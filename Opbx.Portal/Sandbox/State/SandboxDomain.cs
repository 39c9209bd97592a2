using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Opbx.Portal.Sandbox.State;

/// <summary>A sandbox domain, which a PBX is paired with.</summary>
internal sealed record SandboxDomain
{
    public required long Id { get; init; }
    public required Guid Uuid { get; init; }
    public required string Name { get; init; }
    public bool Active { get; init; } = true;
    public bool RegistrationFree { get; init; }
    public long? DefaultApplication { get; init; }
    public ImmutableDictionary<string, JsonElement> Profile { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableList<SandboxApplication> Applications { get; init; } = [];
    public ImmutableList<SandboxSubscriber> Subscribers { get; init; } = [];
    public ImmutableList<SandboxTrunk> Trunks { get; init; } = [];
    public ImmutableList<SandboxKey> Keys { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }

    [JsonIgnore]
    public SandboxApplication? Application => Applications.Find(a => a.Active && a.Id == DefaultApplication);

    /// <summary>The secret that the sandbox sends to the portal with every request; null when none is set.</summary>
    [JsonIgnore]
    public string? Bearer => Text("authorization-api-key");

    /// <summary>Where session updates are sent.</summary>
    [JsonIgnore]
    public string? SessionUrl => Text("session-update-endpoint");

    /// <summary>Where call records are sent.</summary>
    [JsonIgnore]
    public string? CdrUrl => Text("cdr-endpoint");

    /// <summary>How long a dial rings by default, in seconds.</summary>
    [JsonIgnore]
    public int RingSeconds =>
        Profile.TryGetValue("call-timeout", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var seconds)
            ? seconds : 60;

    public SandboxSubscriber? Subscriber(string msisdn) => Subscribers.Find(s => s.Active && s.Msisdn == msisdn);

    private string? Text(string key) =>
        Profile.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text : null;
}
