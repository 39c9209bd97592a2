using System.Text.Json.Serialization;
using Opbx.Core.Document;
using Opbx.Core.Routing.Decisions;

namespace Opbx.Core.Calls.Control;

/// <summary>What somebody did to a live call, as the history keeps it.</summary>
public sealed record LiveCallAction
{
    public required LiveCallActionKind Deed { get; init; }

    /// <summary>Where a transferred call went.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Destination? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JoinKind? How { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Extension { get; init; }

    /// <summary>Why it failed; null when it was done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Failed { get; init; }
}

/// <summary>What can be done to a live call.</summary>
public enum LiveCallActionKind
{
    HangUp,

    /// <summary>It was sent somewhere else.</summary>
    Transfer,

    /// <summary>Somebody's phone joined it.</summary>
    Join,
}
