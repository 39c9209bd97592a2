using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;

namespace Opbx.Core.Persistence;

/// <summary>The store. A context lives for one operation; it sees one organization, or everything when opened as unrestricted.</summary>
public sealed partial class OpbxDbContext(DbContextOptions<OpbxDbContext> options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Name of the filter that hides other organizations.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>The organization this context sees; nothing is visible while it is empty.</summary>
    public Guid Tenant { get; set; }

    /// <summary>Whether this context sees every organization.</summary>
    public bool Unrestricted { get; set; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OpbxDbContext).Assembly);
        TenantFilters.Apply(builder, this);
    }
}
