using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.State;
using Opbx.Portal.Sandbox.Wire;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>Notifies the portal about one call, in order; a refused event is retried before the next.</summary>
internal sealed class SandboxEvents(SandboxCall call, SandboxStore store, SandboxWire wire, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];
    private DateTimeOffset _last;
    private Task _sent = Task.CompletedTask;

    public void Update(string status, bool final = false)
    {
        call.Status = status;
        var domain = Domain();
        // Updates are ordered by this time alone, so no two may be equal.
        var now = time.GetUtcNow();
        _last = now > _last.AddMilliseconds(1) ? now : _last.AddMilliseconds(1);
        var update = SessionJson.Update(call, domain, _last, final);
        Queue($"the session update “{status}”", [domain.SessionUrl, call.Start.Callback], update);
    }

    public void Record(string disposition)
    {
        var domain = Domain();
        Queue($"the call record {disposition}", [domain.CdrUrl], SessionJson.Record(call, store.Current, domain, disposition));
    }

    /// <summary>Queues an event of a verb, such as a finished recording.</summary>
    public void Callback(string what, string url, string method, JsonObject parameters) => Queue(what, [url], parameters, method);

    /// <summary>Completes when everything queued so far was delivered or given up.</summary>
    public Task DrainAsync() => _sent;

    private SandboxDomain Domain() => store.Current.Find(call.Domain)!;

    private void Queue(string what, IReadOnlyList<string?> urls, JsonObject payload, string method = "POST")
    {
        foreach (var url in urls)
            if (url is not null) _sent = SendAfterAsync(_sent, what, url, method, payload);
    }

    private async Task SendAfterAsync(Task before, string what, string url, string method, JsonObject payload)
    {
        await before;
        var headers = CallHeaders.Bearer(Domain());
        for (var attempt = 0; ; attempt++)
        {
            var answer = await wire.SendAsync(url, method, payload, headers, CancellationToken.None);
            if (answer.Taken)
            {
                call.Record(SandboxStepKind.Event, $"Told the portal: {what}.");
                return;
            }

            if (attempt == Pauses.Length || answer.Problem is { } && attempt > 0)
            {
                log.EventRefused(what, call.Token, answer.Why);
                call.Record(SandboxStepKind.Problem, $"The portal did not take {what}: {answer.Why}.");
                return;
            }

            await Task.Delay(Pauses[attempt], time);
        }
    }
}
