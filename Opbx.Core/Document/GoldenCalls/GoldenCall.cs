using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.Simulation;

namespace Opbx.Core.Document.GoldenCalls;

/// <summary>A saved simulation with its expected result.</summary>
public sealed record GoldenCall : NamedObject
{
    /// <summary>The simulated call.</summary>
    [Required]
    public SimulationRequest Call { get; init; } = new();

    /// <summary>What must come out.</summary>
    [Required]
    public GoldenExpectation Expect { get; init; } = new();
}

/// <summary>What must come out of a golden call.</summary>
public sealed record GoldenExpectation
{
    /// <summary>The outcome.</summary>
    [Required]
    public SimulationOutcome Outcome { get; init; }

    /// <summary>Who answers.</summary>
    [StringLength(20)]
    public string? AnsweredBy { get; init; }

    /// <summary>Stations the call must pass, in this order.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? Path { get; init; }
}
