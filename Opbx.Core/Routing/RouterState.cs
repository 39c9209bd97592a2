using System.Text.Json.Serialization;

namespace Opbx.Core.Routing;

/// <summary>A call's state between requests. Signed and part of the action URL (hence the short names), so servers store nothing.</summary>
public sealed record RouterState
{
    /// <summary>The number of the request that created this state: 1 for the first.</summary>
    [JsonPropertyName("n")] public int Stage { get; init; } = 1;

    /// <summary>Unix seconds.</summary>
    [JsonPropertyName("t")] public long IssuedAt { get; init; }

    [JsonPropertyName("s")] public string Session { get; init; } = "";
    [JsonPropertyName("w")] public Wait Wait { get; init; }

    /// <summary>The extension, group, menu or room that waits.</summary>
    [JsonPropertyName("k")] public string Key { get; init; } = "";

    /// <summary>The turn or attempt, from 1.</summary>
    [JsonPropertyName("u")] public int Turn { get; init; }

    /// <summary>The position within the turn.</summary>
    [JsonPropertyName("i")] public int Index { get; init; }

    /// <summary>A group's members in the order of this call, or a mailbox's messages that are played.</summary>
    [JsonPropertyName("o"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Order { get; init; }

    /// <summary>The phone that rings, if it is only one.</summary>
    [JsonPropertyName("r"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Ringing { get; init; }

    /// <summary>The PBX's number that was called.</summary>
    [JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? PhoneNumber { get; init; }

    [JsonPropertyName("c"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Caller { get; init; }
    [JsonPropertyName("e")] public CallDirection Direction { get; init; }

    /// <summary>How many destinations the call went through.</summary>
    [JsonPropertyName("h")] public int Hops { get; init; }

    [JsonPropertyName("f"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool SafetyUsed { get; init; }

    /// <summary>How often each menu was played in this call.</summary>
    [JsonPropertyName("m"),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? MenuTurns { get; init; }

    /// <summary>Where the call was transferred manually; only until it gets there.</summary>
    [JsonPropertyName("x"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Transfer? Transfer { get; init; }

    /// <summary>Prepended to the caller's name.</summary>
    [JsonPropertyName("p"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? NamePrefix { get; init; }
}

/// <summary>What the next request of a call reports.</summary>
public enum Wait
{
    Extension,
    /// <summary>Members of a ring group rang.</summary>
    Group,
    /// <summary>An outside number, SIP address or assistant was called.</summary>
    Outside,
    Menu,
    Message,
    Pin,
    Conference,
    Mailbox,
    /// <summary>Somebody transferred the call manually.</summary>
    Transfer,
}
