using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Opbx.Tests.Browser;

/// <summary>A customer's own system on this machine, which is told about calls.</summary>
internal sealed class CustomerSystem : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource<JsonElement> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CustomerSystem(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single() + "/calls";

    public static async Task<CustomerSystem> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var system = new CustomerSystem(builder.Build());
        system._app.Urls.Add("http://127.0.0.1:0");
        system._app.MapPost("/calls", (JsonElement told) =>
        {
            system._first.TrySetResult(told.Clone());
            return Results.Ok();
        });
        await system._app.StartAsync();
        return system;
    }

    /// <summary>The first thing that was told.</summary>
    public Task<JsonElement> FirstAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
