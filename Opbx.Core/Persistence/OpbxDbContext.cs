using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Lives for one operation; sees one organization, or everything when opened as unrestricted.
/// Tables belong to the features: each maps its own entities and extends the context by its sets.</summary>
public sealed class OpbxDbContext(DbContextOptions<OpbxDbContext> options) : DbContext(options)
{
    /// <summary>Name of the filter that hides other organizations.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>The organization this context sees; nothing is visible while it is empty.</summary>
    public Guid Tenant { get; set; }

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

    /// <summary>The filter prevents reading other organizations' rows; this prevents writing them by mistake.</summary>
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
