using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Calls.Recordings.Download;
using Opbx.Core.Calls.Screening;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;
using Opbx.Core.Plans;
using Opbx.Core.Prompts;
using Opbx.Core.Shared;

namespace Opbx.Tests.Support.Portal;

/// <summary>The inbox over a database file of its own.</summary>
internal sealed class CallBench : IAsyncDisposable, IDbContextFactory<OpbxDbContext>
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"opbx-calls-{Guid.NewGuid():N}.db");
    private readonly DbContextOptions<OpbxDbContext> _options;

    private CallBench(TimeProvider clock)
    {
        _options = ((DbContextOptionsBuilder<OpbxDbContext>)new DbContextOptionsBuilder<OpbxDbContext>()
            .UseStore(DatabaseProvider.Sqlite, Connection)).Options;
        Database = new Database(this);
        Writer = new GroupCommitWriter(Database, new WriterMetrics(Meters.Factory), TimeProvider.System,
            NullLogger<GroupCommitWriter>.Instance);
        Board = new LiveCallTracker(Database, TimeProvider.System, NullLogger<LiveCallTracker>.Instance);
        Configuration.Replace(
            new PbxSnapshot(Histories.Pbx, Histories.Pbx, 1, Histories.Around.Document!, new Dictionary<ObjectRef, ObjectInfo>()));
        Recordings = new MailboxIndex(Database, Signal, Configuration);
        var address = new PublicAddress(Options.Create(new PortalOptions()));
        Plans = new DialPlanStore(Configuration, new PromptAddresses(address));
        Answers = new LastAnswers(Database, Writer, Configuration, Plans);
        Positions = new GroupPositions(Database, Writer, Configuration);
        Hits = new BlockedHits(Database, Writer);
        Inbox = new CallInbox(Writer, new SurroundingsSource(Configuration, (_, id) => Histories.Around.ExtensionOf(id), address, PickedUp),
            new CallFollowers(Outbox, [Board, Answers, Hits], Recordings, new InboxMetrics(Meters.Factory, clock)),
            clock);
        Directory = new CallDirectory(Database, Configuration, Board);
    }

    public string Connection => $"Data Source={_file}";

    public Database Database { get; }
    public GroupCommitWriter Writer { get; }
    public LiveCallTracker Board { get; }
    public DialPlanStore Plans { get; }
    public LastAnswers Answers { get; }
    public GroupPositions Positions { get; }
    public BlockedHits Hits { get; }
    public CallInbox Inbox { get; }
    public DownloadSignal Signal { get; } = new();
    public PickedUpCalls PickedUp { get; } = new(TimeProvider.System);
    public MailboxIndex Recordings { get; }
    public CallDirectory Directory { get; }
    public ConfigurationStore Configuration { get; } = new();
    public KeptOutbox Outbox { get; } = new();

    public static async Task<CallBench> OpenAsync(bool running = true, TimeProvider? clock = null)
    {
        var bench = new CallBench(clock ?? TimeProvider.System);
        await new SqliteFile(bench.Connection, "", TimeProvider.System).PrepareAsync(default);
        await using (var db = bench.Database.OpenUnrestricted()) await db.Database.MigrateAsync();
        if (running) await bench.Writer.StartAsync(default);
        return bench;
    }

    public OpbxDbContext CreateDbContext() => new(_options);

    public Task<Receipt> SendAsync(CallEventSource source, object message) => SendAsync(source, JsonSerializer.Serialize(message));

    public Task<Receipt> SendAsync(CallEventSource source, string text) =>
        Inbox.ReceiveAsync(Histories.Pbx, Histories.Pbx, source, MessageBody.Open(Encoding.UTF8.GetBytes(text), "application/json")!);

    public async Task<Call> CallAsync(string token = Histories.Token)
    {
        await using var db = Database.OpenUnrestricted();
        return await db.Calls.AsNoTracking().SingleAsync(c => c.Token == token);
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(default);
        Writer.Dispose();
        Signal.Dispose();
        await Board.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.GetTempPath(), $"{Path.GetFileName(_file)}*")) File.Delete(file);
    }
}

/// <summary>Remembers what would be told.</summary>
internal sealed class KeptOutbox : IOutbox
{
    private readonly List<string> _kept = [];

    public IReadOnlyList<string> Kept
    {
        get
        {
            lock (_kept) return [.. _kept];
        }
    }

    public void Add(OpbxDbContext db, OccurredEvent occurred)
    {
        lock (_kept) _kept.Add(occurred.SourceKey.Split('/')[2]);
    }

    public void Wake()
    {
    }
}
