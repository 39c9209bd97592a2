using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Gives every tenant-owned entity the query filter that hides other organizations.</summary>
internal static class TenantFilters
{
    private static readonly MethodInfo ApplyOne = typeof(TenantFilters)
        .GetMethod(nameof(Filter), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Apply(ModelBuilder builder, OpbxDbContext context)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)).ToList())
            ApplyOne.MakeGenericMethod(entity.ClrType).Invoke(null, [builder, context]);
    }

    private static void Filter<T>(ModelBuilder builder, OpbxDbContext context)
        where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(OpbxDbContext.TenantFilter, row => context.Unrestricted || row.OrganizationId == context.Tenant);
}
