using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Shared;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using Secret = Opbx.Core.Shared.Secret;

namespace Opbx.Tests.Cloudonix.Api;

/// <summary>The registered client of Cloudonix against a server whose every answer a test decides.</summary>
internal sealed class CloudonixWire : IDisposable
{
    public const string Key = "XI0123456789ABCDEF0123456789ABCDEF";
    public const string Domain = "acme.cloudonix.net";

    private static readonly CloudonixTiming Quick =
        new(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5), 3);

    private readonly ServiceProvider _services;

    public CloudonixWire(string basePath = "", TimeProvider? time = null, CloudonixTiming? timing = null)
    {
        Server = WireMockServer.Start(new WireMockServerSettings {
            Urls = ["http://127.0.0.1:0"],
            PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(ReceiveAsync),
        });
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton<SecretProtector>();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(timing ?? Quick);
        services.Configure<CloudonixOptions>(o => o.ApiUrl = Server.Urls[0] + basePath);
        services.AddCloudonix();
        _services = services.BuildServiceProvider();
        Api = _services.GetRequiredService<CloudonixClients>().With(new Secret(Key), isSandbox: false);
    }

    public WireMockServer Server { get; }
    public ICloudonixApi Api { get; }
    public LogText Log { get; } = new();

    /// <summary>Whether every connection breaks within the answer.</summary>
    public bool Breaks { get; set; }

    /// <summary>Requests so far, as method and path as they were on the wire.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Lengths of the bodies as they were said ahead.</summary>
    public ConcurrentQueue<long?> Lengths { get; } = new();

    public IReadOnlyList<string> Header(string name) => [.. Server.LogEntries.Select(e => e.RequestMessage!.Headers![name].Single())];

    public string Body(int index = 0) => Server.LogEntries.ElementAt(index).RequestMessage!.Body!;

    /// <summary>Every request gets this answer.</summary>
    public void Answer(int status, string body = "", string type = "application/json") =>
        Answer(Response.Create().WithStatusCode(status).WithHeader("Content-Type", type).WithBody(body));

    /// <summary>Every request gets this answer.</summary>
    public void Answer(IResponseBuilder response) => Server.Given(Request.Create()).RespondWith(response);

    /// <summary>The first request gets the first answer, all others the second.</summary>
    public void Answer(IResponseBuilder first, IResponseBuilder then)
    {
        Server.Given(Request.Create()).InScenario("twice").WillSetStateTo("again").RespondWith(first);
        Server.Given(Request.Create()).InScenario("twice").WhenStateIs("again").RespondWith(then);
    }

    private async Task ReceiveAsync(HttpContext http, RequestDelegate next)
    {
        Requests.Enqueue($"{http.Request.Method} {http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}");
        Lengths.Enqueue(http.Request.ContentLength);
        if (!Breaks)
        {
            await next(http);
            return;
        }

        http.Response.ContentLength = 100;
        await http.Response.WriteAsync("{");
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    public void Dispose()
    {
        _services.Dispose();
        Server.Dispose();
    }
}

/// <summary>Everything that is logged, with exceptions and all values.</summary>
internal sealed class LogText : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception} {string.Join(' ', values)}");
    }

    public void Dispose()
    {
    }
}
