using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Opens contexts. Every operation opens and disposes its own.</summary>
public sealed class Database(IDbContextFactory<OpbxDbContext> factory)
{
    /// <summary>A context that sees one organization only.</summary>
    public OpbxDbContext OpenFor(Guid organizationId) => Open(organizationId, unrestricted: false);

    /// <summary>Sees every organization: for start-up, jobs, sign-in and platform events, which determine the tenant themselves.</summary>
    public OpbxDbContext OpenUnrestricted() => Open(Guid.Empty, unrestricted: true);

    // Pooled contexts keep what their last user set: both members are set every time.
    private OpbxDbContext Open(Guid tenant, bool unrestricted)
    {
        var context = factory.CreateDbContext();
        context.Tenant = tenant;
        context.Unrestricted = unrestricted;
        return context;
    }
}
