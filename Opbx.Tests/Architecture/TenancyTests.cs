using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Cloudonix;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Shared;
using Opbx.Core.Users;

namespace Opbx.Tests.Architecture;

/// <summary>Every row belongs to an organization and is hidden from the others.</summary>
public sealed class TenancyTests
{
    // Not a tenant's rows, each for its own reason.
    private static readonly Dictionary<string, string> Shared = new(StringComparer.Ordinal) {
        [nameof(Organization)] = "is the tenant",
    };

    [Fact]
    public void Every_table_is_owned_by_an_organization_and_filtered()
    {
        using var folder = new TempFolder();
        using var store = new StoreAt(folder.Path);
        using var db = store.Database.OpenUnrestricted();
        var ours = db.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == typeof(OpbxDbContext).Assembly && !entity.IsOwned())
            .ToList();
        Assert.Contains(ours, entity => entity.ClrType == typeof(User));

        Offenders.None(ours.Where(entity => !Shared.ContainsKey(entity.ClrType.Name) && !IsFiltered(entity)).Select(entity => entity.Name));
    }

    // Rows that name a PBX and do not go with it in the same transaction, each for its own reason.
    private static readonly Dictionary<string, string> OutlivePbx = new(StringComparer.Ordinal) {
        [nameof(ObjectRow)] = "is the configuration itself, and may belong to the account",
        [nameof(HistoryEntry)] = "stays: it tells who deleted the PBX",
        [nameof(User)] = "keeps the account",
        [nameof(IntegrationEvent)] = "is still delivered to the account's integrations; retention removes it",
        [nameof(Call)] = "is removed by retention in small batches",
        [nameof(CallEvent)] = "is removed with its call",
        [nameof(Recording)] = "is removed together with its file",
    };

    [Fact]
    public void Rows_of_a_pbx_go_with_it_or_have_a_reason()
    {
        using var folder = new TempFolder();
        using var store = new StoreAt(folder.Path);
        using var db = store.Database.OpenUnrestricted();
        var named = db.Model.GetEntityTypes().Where(entity => entity.ClrType.GetProperty(nameof(IPbxOwned.PbxId)) is not null)
            .Select(entity => entity.ClrType).ToList();
        Assert.Contains(typeof(Pairing), named);

        Assert.Equal(OutlivePbx.Keys.Order(), named.Where(type => !typeof(IPbxOwned).IsAssignableFrom(type)).Select(type => type.Name)
            .Order());
    }

    [Fact]
    public void Filters_are_in_the_queries_of_both_databases()
    {
        using var folder = new TempFolder();
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            using var store = new StoreAt(folder.Path, provider, provider == DatabaseProvider.Postgres ? "Host=127.0.0.1" : null);
            using var db = store.Database.OpenFor(Guid.NewGuid());
            Assert.Contains("\"OrganizationId\" =", db.ConfiguredObjects.ToQueryString(), StringComparison.Ordinal);
        }
    }

    private static bool IsFiltered(IEntityType entity) =>
        typeof(ITenantOwned).IsAssignableFrom(entity.ClrType) && entity.FindDeclaredQueryFilter(OpbxDbContext.TenantFilter) is not null;
}
