using System.Text.Json.Serialization;
using Opbx.Core.Document;
using Opbx.Core.Routing.Decisions;

namespace Opbx.Core.Calls.Control;

/// <summary>An action on a live call as stored in the history.</summary>
public sealed record LiveCallAction
{
    public required LiveCallActionKind Deed { get; init; }

    /// <summary>Where the call was transferred to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Destination? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JoinKind? How { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Extension { get; init; }

    /// <summary>Null when the action succeeded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Failed { get; init; }
}

public enum LiveCallActionKind
{
    HangUp,
    Transfer,
    /// <summary>A person's phone joined the call.</summary>
    Join,
}
