using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.Simulation;

/// <summary>A call to try out. It never touches real state.</summary>
public sealed record SimulationRequest
{
    /// <summary>An outside number, or an extension's number when <see cref="Direction"/> is internal.</summary>
    [Required, StringLength(64)]
    public string From { get; init; } = "";

    [Required, StringLength(64)]
    public string To { get; init; } = "";

    public SimulationDirection Direction { get; init; } = SimulationDirection.Inbound;

    /// <summary>When the call is made; now when absent.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What people do, in order; each item is used when the call waits for something.</summary>
    [MaxLength(100)]
    public IReadOnlyList<ScriptItem> Script { get; init; } = [];
}

public enum SimulationDirection
{
    Inbound,
    Internal,
}

/// <summary>One action in a simulated call; exactly one member is set.</summary>
public sealed record ScriptItem
{
    /// <summary>Keys the caller presses.</summary>
    [RegularExpression("^[0-9*#]{1,32}$", ErrorMessage = "Keys are 0-9, * and #.")]
    public string? Press { get; init; }

    public bool? NoInput { get; init; }

    /// <summary>Who answers: one of the ringing numbers, or true for the first.</summary>
    [JsonConverter(typeof(AnswerConverter))]
    public string? Answer { get; init; }

    public bool? NoAnswer { get; init; }
    public bool? Busy { get; init; }

    /// <summary>The phone is not registered.</summary>
    public bool? Unreachable { get; init; }

    public bool? Hangup { get; init; }

    /// <summary>The length of the message the caller leaves, in seconds.</summary>
    [Range(0, 3600)]
    public int? LeaveMessage { get; init; }
}
