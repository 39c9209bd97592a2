using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Calls.Recordings.Download;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Bench;

/// <summary>A database file as the portal lays it out, with the inbox and the call log over it.</summary>
internal sealed class BenchStore : IDbContextFactory<OpbxDbContext>, IAsyncDisposable
{
    public static readonly Guid Pbx = new("11111111-2222-4333-8444-000000000001");
    private readonly string _folder = Directory.CreateTempSubdirectory("opbx-bench-").FullName;
    private readonly DbContextOptions<OpbxDbContext> _options;
    private readonly DownloadSignal _signal = new();
    private readonly LiveCallTracker _board;

    private BenchStore()
    {
        var options = new DbContextOptionsBuilder<OpbxDbContext>();
        options.UseStore(DatabaseProvider.Sqlite, Connection);
        _options = options.Options;
        Database = new Database(this);
        Writer = new GroupCommitWriter(Database, new WriterMetrics(Meters.Factory), TimeProvider.System,
            NullLogger<GroupCommitWriter>.Instance);
        var configuration = new ConfigurationStore();
        configuration.Replace(new PbxSnapshot(Pbx, Pbx, 1, new PbxDocument(), new Dictionary<ObjectRef, ObjectInfo>()));
        _board = new LiveCallTracker(Database, TimeProvider.System, NullLogger<LiveCallTracker>.Instance);
        Surroundings =
            new SurroundingsSource(configuration, (_, _) => null, new PublicAddress(Options.Create(new PortalOptions())),
                new PickedUpCalls(TimeProvider.System));
        Followers = new CallFollowers(new NoOutbox(), [_board], new MailboxIndex(Database, _signal, configuration),
            new InboxMetrics(Meters.Factory, TimeProvider.System));
        Inbox = new CallInbox(Writer, Surroundings, Followers, TimeProvider.System);
        Log = new CallDirectory(Database, configuration, _board);
    }

    public string Connection => $"Data Source={Path.Combine(_folder, "opbx.db")}";

    public long Bytes => new FileInfo(Path.Combine(_folder, "opbx.db")).Length;

    public Database Database { get; }
    public GroupCommitWriter Writer { get; }
    public SurroundingsSource Surroundings { get; }
    public CallFollowers Followers { get; }
    public CallInbox Inbox { get; }
    public CallDirectory Log { get; }

    public static async Task<BenchStore> OpenAsync()
    {
        var store = new BenchStore();
        await new SqliteFile(store.Connection, store._folder, TimeProvider.System).PrepareAsync(default);
        await using var db = store.CreateDbContext();
        await db.Database.MigrateAsync();
        await store.Writer.StartAsync(default);
        return store;
    }

    public OpbxDbContext CreateDbContext() => new(_options);

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(default);
        Writer.Dispose();
        await _board.DisposeAsync();
        _signal.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class NoOutbox : IOutbox
    {
        public void Add(OpbxDbContext db, OccurredEvent occurred)
        {
            // Without integrations nothing is told.
        }

        public void Wake()
        {
            // Nobody sleeps.
        }
    }
}
