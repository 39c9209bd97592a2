namespace Opbx.Core.Integrations.Delivery;

/// <summary>What one try sent and got back.</summary>
/// <param name="Request">The request, without secrets; null when it could not be made.</param>
/// <param name="Response">The beginning of the response, without secrets; null when none came.</param>
public sealed record SentAttempt(MaskedRequest? Request, ResponseHead? Response);
