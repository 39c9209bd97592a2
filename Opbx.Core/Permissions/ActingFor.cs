namespace Opbx.Core.Permissions;

/// <summary>As whom somebody works at present, and why; what the banner says.</summary>
/// <param name="GrantId">The permission to do so.</param>
/// <param name="Organization">Name of the organization.</param>
/// <param name="Person">Who it is.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record ActingFor(Guid GrantId, string Organization, string Person, string Reason, DateTimeOffset Until);
