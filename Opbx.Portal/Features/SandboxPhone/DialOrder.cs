namespace Opbx.Portal.Features.SandboxPhone;

/// <summary>What the form asks the phone to dial.</summary>
/// <param name="FromOutside">Whether the call comes over a trunk; else from an extension.</param>
/// <param name="CallerName">The display name, when there is one.</param>
public sealed record DialOrder(bool FromOutside, string From, string To, string? CallerName);
