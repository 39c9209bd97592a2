using System.Text.Json.Serialization;
using Opbx.Core.Document;
using Opbx.Core.Routing.Decisions;

namespace Opbx.Core.Calls.Control;

/// <summary>What somebody did to a live call, as the history keeps it.</summary>
public sealed record LiveCallAction
{
    /// <summary>What.</summary>
    public required LiveCallActionKind Deed { get; init; }

    /// <summary>Where a transferred call went.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Destination? To { get; init; }

    /// <summary>How somebody joined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JoinKind? How { get; init; }

    /// <summary>The extension of the one who joined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Extension { get; init; }

    /// <summary>Why it failed; null when it was done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Failed { get; init; }
}

/// <summary>What can be done to a live call.</summary>
public enum LiveCallActionKind
{
    /// <summary>It was hung up.</summary>
    HangUp,

    /// <summary>It was sent somewhere else.</summary>
    Transfer,

    /// <summary>Somebody's phone joined it.</summary>
    Join,
}
