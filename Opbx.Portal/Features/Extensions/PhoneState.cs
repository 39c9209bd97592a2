using Opbx.Core.Cloudonix.Sync;

namespace Opbx.Portal.Features.Extensions;

/// <summary>The state of a phone's account at Cloudonix.</summary>
/// <param name="Error">For people.</param>
public sealed record PhoneState(SubscriberState State, string? Error, string? Domain);
