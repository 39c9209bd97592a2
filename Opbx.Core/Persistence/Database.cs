using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Opens contexts. Every operation opens its own and disposes it.</summary>
public sealed class Database(IDbContextFactory<OpbxDbContext> factory)
{
    /// <summary>A context that sees one organization only.</summary>
    public OpbxDbContext OpenFor(Guid organizationId)
    {
        var context = factory.CreateDbContext();
        context.Tenant = organizationId;
        return context;
    }

    /// <summary>A context that sees every organization: for start-up, jobs, sign-in and the platform's events, which name the tenant themselves.</summary>
    public OpbxDbContext OpenUnrestricted()
    {
        var context = factory.CreateDbContext();
        context.Unrestricted = true;
        return context;
    }
}
