using Microsoft.EntityFrameworkCore;
using Opbx.Core.Shared;

namespace Opbx.Tests.Persistence;

public sealed class DatabaseStartUpTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_with_a_sentence()
    {
        using var first = new StoreAt(folder.Path);
        await first.StartAsync();
        using var second = new StoreAt(folder.Path);

        var refusal = await Assert.ThrowsAsync<StartUpRefusedException>(second.StartAsync);

        Assert.Contains("in use by another OPBX process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_is_free_again_when_the_process_has_ended()
    {
        using (var first = new StoreAt(folder.Path))
            await first.StartAsync();

        using var second = new StoreAt(folder.Path);
        await second.StartAsync();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(folder.File("occupied"), "", TestContext.Current.CancellationToken);
        using var store = new StoreAt(folder.File("occupied"));

        var refusal = await Assert.ThrowsAsync<StartUpRefusedException>(store.StartAsync);

        Assert.Contains("cannot be written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_database_gives_space_back_and_writes_ahead()
    {
        using var store = new StoreAt(folder.Path);
        await store.StartAsync();

        await using var db = store.Database.OpenUnrestricted();
        Assert.Equal(["2"], await db.ReadAsync("PRAGMA auto_vacuum"));
        Assert.Equal(["wal"], await db.ReadAsync("PRAGMA journal_mode"));
        Assert.Equal(["2"], await db.ReadAsync("PRAGMA synchronous"));
        Assert.False(Directory.Exists(folder.File("backups")), "a new database needs no backup");
    }

    [Fact]
    public async Task The_store_ends_without_a_fault()
    {
        var store = new StoreAt(folder.Path);
        await store.StartAsync();
        store.MakeHosted();

        store.Dispose();
    }

    [Fact]
    public async Task Contexts_from_the_pool_never_keep_the_last_users_rights()
    {
        using var store = new StoreAt(folder.Path);
        await store.StartAsync();
        await store.Database.OpenUnrestricted().DisposeAsync();
        var organization = Guid.NewGuid();

        await using (var restricted = store.Database.OpenFor(organization))
            Assert.Equal((organization, false), (restricted.Tenant, restricted.Unrestricted));

        await using var unrestricted = store.Database.OpenUnrestricted();
        Assert.Equal((Guid.Empty, true), (unrestricted.Tenant, unrestricted.Unrestricted));
    }
}
