using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>The store. A context lives for one operation; it sees one organization, or everything when opened as unrestricted.
/// The tables belong to the features: each maps its own entities and extends the context by its sets.</summary>
public sealed class OpbxDbContext(DbContextOptions<OpbxDbContext> options) : DbContext(options)
{
    /// <summary>Name of the filter that hides other organizations.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>The organization this context sees; nothing is visible while it is empty.</summary>
    public Guid Tenant { get; set; }

    /// <summary>Whether this context sees every organization.</summary>
    public bool Unrestricted { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseForeignRows();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseForeignRows();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OpbxDbContext).Assembly);
        TenantFilters.Apply(modelBuilder, this);
    }

    /// <summary>The filter keeps other organizations' rows from being read; this keeps them from being written by mistake.</summary>
    private void RefuseForeignRows()
    {
        if (Unrestricted) return;
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity.OrganizationId != Tenant)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another organization was to be written.");
        }
    }
}
