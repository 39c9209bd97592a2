namespace Opbx.Portal.Features.Integrations;

public sealed record RotationRequest
{
    /// <summary>Hours during which the old secret still signs, 0 to 168.</summary>
    public int OverlapHours { get; init; } = 24;
}
