namespace Opbx.Core.Permissions;

/// <summary>The organization and person somebody currently acts as, and why; shown in the banner.</summary>
public sealed record ActingFor(Guid GrantId, string Organization, string Person, string Reason, DateTimeOffset Until);
