using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.Simulation;

namespace Opbx.Core.Document.GoldenCalls;

/// <summary>A saved simulation with its expected result.</summary>
public sealed record GoldenCall : NamedObject
{
    [Required]
    public SimulationRequest Call { get; init; } = new();

    [Required]
    public GoldenExpectation Expect { get; init; } = new();
}

public sealed record GoldenExpectation
{
    [Required]
    public SimulationOutcome Outcome { get; init; }

    [StringLength(20)]
    public string? AnsweredBy { get; init; }

    /// <summary>Stations the call must pass, in this order.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? Path { get; init; }
}
