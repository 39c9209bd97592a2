namespace Opbx.Portal.Features.Integrations;

/// <summary>How a signing secret is changed.</summary>
public sealed record RotationRequest
{
    /// <summary>Hours in which the old secret goes on signing, 0 to 168.</summary>
    public int OverlapHours { get; init; } = 24;
}
