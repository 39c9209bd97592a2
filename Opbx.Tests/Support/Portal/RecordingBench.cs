using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Calls.Recordings.Download;
using Opbx.Core.Cloudonix;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Routing;
using Opbx.Core.Shared;

namespace Opbx.Tests.Support.Portal;

/// <summary>Calls, their recordings and a data folder; the platform's media host is a delegate, the clock is ours.</summary>
internal sealed class RecordingBench : IAsyncDisposable, IHttpClientFactory
{
    public static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, .. Enumerable.Repeat((byte)7, 5000)];
    public static readonly Actor Owner = new(Histories.Pbx, Role.Owner, "owner@acme.example", ActorSource.Portal);
    private readonly TempFolder _folder = new();
    private long _version = 1;
    private readonly PublicAddress _address = new(Options.Create(new PortalOptions { PublicUrl = "https://pbx.example" }));

    private RecordingBench(CallBench calls, FakeTimeProvider clock)
    {
        (Calls, Clock) = (calls, clock);
        Files = new RecordingFiles(Options.Create(new PortalOptions { DataDirectory = _folder.Path }));
        Directory = new RecordingDirectory(calls.Database, calls.Configuration, Files);
        Editor = new RecordingEditor(calls.Database, Directory, calls.Recordings, Files, Clock, NullLogger<RecordingEditor>.Instance);
        Links = new AudioLinks(new EphemeralDataProtectionProvider(), _address, Clock);
        Sources = new AudioSources(Options.Create(Settings), Options.Create(new CloudonixOptions { ApiUrl = "http://127.0.0.1:4711" }),
            Options.Create(new SandboxOptions { Enabled = false }), new PublicSandboxAddress(_address));
        Fetcher = new AudioFetcher(this, Sources, Files, Options.Create(Settings), Clock);
        var writer = new DownloadWriter(calls.Writer, new SurroundingsSource(calls.Configuration, (_, _) => null, _address, calls.PickedUp),
            calls.Outbox, calls.Recordings, Clock);
        Downloads = new DownloadWorker(calls.Database, Fetcher, writer, calls.Signal, Clock, NullLogger<DownloadWorker>.Instance);
        CleanUp = new CleanUpJob(calls.Database, Files, calls.Recordings, Options.Create(Settings), Clock, NullLogger<CleanUpJob>.Instance);
    }

    public CallBench Calls { get; }
    public FakeTimeProvider Clock { get; }
    public RecordingOptions Settings { get; } = new() { MostMegabytes = 1 };
    public RecordingFiles Files { get; }
    public RecordingDirectory Directory { get; }
    public RecordingEditor Editor { get; }
    public AudioLinks Links { get; }
    public AudioSources Sources { get; }
    public AudioFetcher Fetcher { get; }
    public DownloadWorker Downloads { get; }
    public CleanUpJob CleanUp { get; }

    /// <summary>What the platform's media host answers.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage> Media { get; set; } = _ => Audio(Mp3);

    /// <summary>What the platform's media host waits for before it answers.</summary>
    public Func<HttpRequestMessage, Task> Pause { get; set; } = _ => Task.CompletedTask;

    /// <summary>Downloads everything that is due.</summary>
    public async Task FetchAsync()
    {
        while (await Downloads.RunOnceAsync(default) > 0) await Downloads.FinishAsync();
    }

    public string Folder => _folder.Path;

    public static async Task<RecordingBench> OpenAsync()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var bench = new RecordingBench(await CallBench.OpenAsync(clock: clock), clock);
        await using var db = bench.Calls.Database.OpenUnrestricted();
        db.Pbxs.Add(new Core.Pbxs.Pbx {
            Id = Histories.Pbx, OrganizationId = Histories.Pbx, Name = "acme", PathToken = "path",
            ProtectedEndpointKey = "key"
        });
        await db.SaveChangesAsync();
        return bench;
    }

    public static HttpResponseMessage Audio(byte[] bytes) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };

    /// <summary>A caller reaches the mailbox of 1001; the platform is answered with the document of request 1.</summary>
    public Task ReachMailboxAsync(string token = Histories.Token) =>
        StageAsync(Histories.Stage(1, new Core.Routing.Trace.MessageOffered("1001")), token);

    /// <summary>The next request of the call says that a message was left.</summary>
    public Task LeaveAsync(string token = Histories.Token) =>
        StageAsync(Histories.Stage(2, new Core.Routing.Trace.MessageLeft("1001", Url, 12)), token);

    public Task StageAsync(Core.Calls.Ingest.CallNews stage, string token = Histories.Token) =>
        Calls.Inbox.RecordAsync(stage.Stage! with { Token = token });

    /// <summary>The platform's status of a recording, at the address that carries the state of <paramref name="mailboxStage"/>.</summary>
    public Task StatusAsync(int? mailboxStage = 1, string token = Histories.Token, string id = "r1") => Calls.Inbox.ReceiveAsync(
        Histories.Pbx, Histories.Pbx, CallEventSource.Recording,
        Core.Calls.Ingest.MessageBody.Open(
            System.Text.Encoding.UTF8.GetBytes(
                $$"""{"Session":"{{token}}","RecordingSid":"{{id}}","RecordingUrl":"https://media.cloudonix.io/{{id}}.mp3","RecordingStatus":"completed","RecordingDuration":12}"""), "application/json")!,
        mailboxStage is { } stage ? new RouterState { Stage = stage, Session = token, Wait = Wait.Message, Key = "1001" }
            : new RouterState { Stage = 1, Session = token, Wait = Wait.Extension, Key = "1001" });

    /// <summary>The call's record, with or without the address of a recording.</summary>
    public Task RecordAsync(string? url) => Calls.SendAsync(CallEventSource.Cdr, new {
        timestamp = Histories.Start.AddSeconds(30).ToUnixTimeSeconds(),
        session = new {
            token = Histories.Token, callStartTime = Histories.Start.ToUnixTimeMilliseconds(), callAnswerTime =
            Histories.Start.AddSeconds(5).ToUnixTimeMilliseconds(), callEndTime = Histories.Start.AddSeconds(30).ToUnixTimeMilliseconds()
        },
        disposition = "ANSWER",
        recording_url = url,
    });

    /// <summary>The PBX has these extensions, by number and identity.</summary>
    public void Configure(params (string Number, Guid Id)[] extensions) => Calls.Configuration.Replace(new PbxSnapshot(
        Histories.Pbx, Histories.Pbx, ++_version, Histories.Around.Document!,
        extensions.ToDictionary(e => new ObjectRef(ObjectKind.Extensions.Name, e.Number), e => new ObjectInfo(e.Id, 1, default, default))));

    /// <summary>An extension gets another number, or is deleted.</summary>
    public async Task MoveAsync(string from, string? to)
    {
        await using var db = Calls.Database.OpenUnrestricted();
        var present = Calls.Configuration.Find(Histories.Pbx)
            ?? new PbxSnapshot(Histories.Pbx, Histories.Pbx, 1, new PbxDocument(), new Dictionary<ObjectRef, ObjectInfo>());
        var moved = new ObjectChange(ObjectKind.Extensions, "{}", to is null ? null : "{}", from, to ?? from, 0);
        await new MailboxMoves().SavingAsync(db, new ConfigurationChange(present, present, [moved], Clock.GetUtcNow()), default);
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<Recording>> RowsAsync()
    {
        await using var db = Calls.Database.OpenUnrestricted();
        return await db.Recordings.AsNoTracking().OrderBy(r => r.RecordedAt).ToListAsync();
    }

    public HttpClient CreateClient(string name) => new(new Stub(this));

    public async ValueTask DisposeAsync()
    {
        Downloads.Dispose();
        await Calls.DisposeAsync();
        _folder.Dispose();
    }

    public const string Url = "https://media.cloudonix.io/r1.mp3";

    private sealed class Stub(RecordingBench bench) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await bench.Pause(request).WaitAsync(cancellationToken);
            return bench.Media(request);
        }
    }
}
