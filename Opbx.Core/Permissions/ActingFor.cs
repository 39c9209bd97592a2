namespace Opbx.Core.Permissions;

/// <summary>As whom somebody works at present, and why; what the banner says.</summary>
public sealed record ActingFor(Guid GrantId, string Organization, string Person, string Reason, DateTimeOffset Until);
