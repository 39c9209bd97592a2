using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Opens contexts. Every operation opens its own and disposes it.</summary>
public sealed class Database(IDbContextFactory<OpbxDbContext> factory)
{
    /// <summary>A context that sees one organization only.</summary>
    public OpbxDbContext OpenFor(Guid organizationId) => Open(organizationId, unrestricted: false);

    /// <summary>A context that sees every organization: for start-up, jobs, sign-in and the platform's events, which name the tenant
    /// themselves.</summary>
    public OpbxDbContext OpenUnrestricted() => Open(Guid.Empty, unrestricted: true);

    // Contexts come from a pool with what their last user left in them: both members are set every time.
    private OpbxDbContext Open(Guid tenant, bool unrestricted)
    {
        var context = factory.CreateDbContext();
        context.Tenant = tenant;
        context.Unrestricted = unrestricted;
        return context;
    }
}
