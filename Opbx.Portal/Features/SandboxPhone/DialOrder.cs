namespace Opbx.Portal.Features.SandboxPhone;

/// <param name="FromOutside">Whether the call comes over a trunk; otherwise from an extension.</param>
public sealed record DialOrder(bool FromOutside, string From, string To, string? CallerName);
