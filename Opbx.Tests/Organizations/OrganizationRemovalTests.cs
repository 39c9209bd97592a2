using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Organizations;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Tests.Organizations;

public sealed class OrganizationRemovalTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_grace_period_no_row_or_file_is_left_and_others_lose_nothing()
    {
        var (id, pbx) = await FoundAsync("Vanishing");
        var (other, otherPbx) = await FoundAsync("Staying");
        await FillAsync(id, pbx);
        await FillAsync(other, otherPbx);
        var before = await CountsAsync(other);
        Assert.Single(portal.Services.GetRequiredService<ComingChanges>().For(pbx));
        using (var platform = portal.Client())
            Assert.Equal(202, (await platform.SendAsync(HttpMethod.Delete, $"/api/v1/organizations/{id}")).Status);
        var eraser = portal.Services.GetRequiredService<OrganizationEraser>();
        Assert.Equal(0, await eraser.RunAsync(Cancel));

        await using (var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted())
            await db.Organizations.Where(o => o.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.DeleteAfter, TimeProvider.System.GetUtcNow().AddSeconds(-1)), Cancel);
        Assert.Equal(1, await eraser.RunAsync(Cancel));

        Assert.DoesNotContain(await CountsAsync(id), table => table.Rows > 0);
        Assert.Equal(before, await CountsAsync(other));
        Assert.Empty(Directory.EnumerateFileSystemEntries(portal.DataFolder, "*" + pbx.ToString("N") + "*", SearchOption.AllDirectories));
        Assert.NotEmpty(
            Directory.EnumerateFileSystemEntries(portal.DataFolder, "*" + otherPbx.ToString("N") + "*", SearchOption.AllDirectories));
        Assert.Null(portal.Services.GetRequiredService<ConfigurationStore>().Find(pbx));
        Assert.Empty(portal.Services.GetRequiredService<ComingChanges>().For(pbx));
        Assert.Single(portal.Services.GetRequiredService<ComingChanges>().For(otherPbx));
        await using var left = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        Assert.False(await left.Organizations.AnyAsync(o => o.Id == id, Cancel));
        Assert.False(await left.Users.AnyAsync(u => u.Email == "ann@vanishing.example", Cancel));
        Assert.Equal(0, await left.Set<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().CountAsync(Cancel));
        using var client = portal.Client();
        Assert.Contains((await client.SendAsync(HttpMethod.Get, "/api/v1/history?limit=500")).Body!["items"]!.AsArray(),
            e => (string?)e!["kind"] == "organizations" && (string?)e["action"] == "deleted" && (string?)e["key"] == "Vanishing");
    }

    /// <summary>Rows in every table, many in one of them, and files.</summary>
    private async Task FillAsync(Guid id, Guid pbx)
    {
        await using (var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted()) await TenantRows.AddAsync(db, id);
        await PlanAsync(id, pbx);
        await SeededAudio.AddAsync(portal.Services, id, pbx);
        await MonthOfCalls.StoreAsync(portal.Services, portal.Services.GetRequiredService<ConfigurationStore>().Find(pbx)!);
    }

    /// <summary>A scheduled change that the clock waits for.</summary>
    private async Task PlanAsync(Guid id, Guid pbx)
    {
        await using (var db = portal.Services.GetRequiredService<Database>().OpenFor(id))
        {
            await db.ScheduledChanges.ExecuteUpdateAsync(set => set.SetProperty(c => c.PbxId, pbx)
                .SetProperty(c => c.State, ScheduledChangeState.Planned)
                .SetProperty(c => c.StartsAt, TimeProvider.System.GetUtcNow().AddDays(1)), Cancel);
        }

        await portal.Services.GetRequiredService<ComingChanges>().LoadAsync(Cancel);
    }

    private async Task<List<(string Table, int Rows)>> CountsAsync(Guid id)
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var counts = TenantRows.Tables(db).Select(t => (t.ClrType.Name, TenantRows.Count(db, t, id))).ToList();
        Assert.True(counts.Count >= 20);
        return counts;
    }

    private async Task<(Guid Id, Guid Pbx)> FoundAsync(string name)
    {
        using var platform = portal.Client();
        var (status, made) =
            await platform.SendAsync(HttpMethod.Post, "/api/v1/organizations",
                new { name, ownerEmail = $"ann@{name.ToLowerInvariant()}.example" });
        Assert.Equal(201, status);
        return ((Guid)made!["id"]!, (Guid)made["pbx"]!["uuid"]!);
    }
}
