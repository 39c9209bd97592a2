namespace Opbx.Core.Integrations.Delivery;

/// <summary>What an attempt sent and received.</summary>
/// <param name="Request">Without secrets; null when it could not be built.</param>
/// <param name="Response">The beginning of the response, without secrets; null when there was none.</param>
public sealed record SentAttempt(MaskedRequest? Request, ResponseHead? Response);
