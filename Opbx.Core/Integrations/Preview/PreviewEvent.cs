using Opbx.Core.Integrations.Delivery;

namespace Opbx.Core.Integrations.Preview;

/// <summary>The event a preview is made from.</summary>
/// <param name="HappenedAt">When it happened; null when the values are samples.</param>
internal sealed record PreviewEvent(EventFacts Facts, DateTimeOffset? HappenedAt);

/// <summary>What would be sent.</summary>
/// <param name="Request">The request without secrets; null when it cannot be made.</param>
/// <param name="Problem">Why it cannot be made, in a sentence.</param>
internal sealed record PreviewedRequest(MaskedRequest? Request, int BodyBytes, string? Problem)
{
    /// <summary>From how many bytes on a receiver may find the body large.</summary>
    public const int LargeBody = 20 * 1024;
}
