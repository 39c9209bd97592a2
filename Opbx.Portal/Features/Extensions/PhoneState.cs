using Opbx.Core.Cloudonix.Sync;

namespace Opbx.Portal.Features.Extensions;

/// <summary>How far the account of one phone is.</summary>
/// <param name="Error">What went wrong, in a sentence.</param>
public sealed record PhoneState(SubscriberState State, string? Error, string? Domain);
