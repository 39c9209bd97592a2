using Opbx.Core.Integrations.Delivery;

namespace Opbx.Core.Integrations.Preview;

/// <summary>The event shown in a preview.</summary>
/// <param name="HappenedAt">Null when the values are samples.</param>
internal sealed record PreviewEvent(EventFacts Facts, DateTimeOffset? HappenedAt);

/// <param name="Request">Without secrets; null when it cannot be built.</param>
/// <param name="Problem">Why it cannot be built, as a sentence.</param>
internal sealed record PreviewedRequest(MaskedRequest? Request, int BodyBytes, string? Problem)
{
    /// <summary>Bytes from which a receiver may consider the body large.</summary>
    public const int LargeBody = 20 * 1024;
}
