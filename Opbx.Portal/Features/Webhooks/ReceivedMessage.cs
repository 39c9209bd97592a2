namespace Opbx.Portal.Features.Webhooks;

/// <summary>One message of the platform.</summary>
/// <param name="Kind">The endpoint: <c>voice</c>, <c>session</c>, <c>cdr</c> or <c>recording</c>.</param>
/// <param name="Milliseconds">How long the response took.</param>
public sealed record ReceivedMessage(DateTimeOffset At, string Kind, int Status, int Milliseconds);
