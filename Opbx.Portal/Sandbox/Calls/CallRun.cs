using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Opbx.Portal.Sandbox.State;
using Opbx.Portal.Sandbox.Verbs;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>Runs one call from its first document to its end.</summary>
/// <param name="find">Finds another call of its domain by the token.</param>
internal sealed class CallRun(SandboxCall call, SandboxCallRunner office, Func<string, SandboxCall?> find)
{
    /// <summary>A call that requests more documents than this would never end.</summary>
    private const int MaxStages = 100;

    private readonly SandboxEvents _events = new(call, office.Store, office.Wire, office.Time, office.Log);
    private int _stages;

    public SandboxCall Call => call;
    public SandboxCallRunner Office => office;

    /// <summary>Another live call of the domain; null when there is none.</summary>
    public SandboxCall? Other(string token) => find(token) is { IsOver: false } other && other != call ? other : null;

    public SandboxEvents Events => _events;
    public SandboxDomain Domain => office.Store.Current.Find(call.Domain)!;

    /// <summary>How the last dial ended; null before the first.</summary>
    public string? LastDial { get; set; }

    /// <summary>Whether a nested verb plays inside a gather or a recording, where playback never delays the call.</summary>
    public bool Nested { get; set; }

    /// <summary>Completes when the call is over and the portal was notified.</summary>
    public async Task RunAsync()
    {
        try
        {
            End(await LiveAsync());
        }
        catch (Exception exception)
        {
            office.Log.CallFailed(call.Token, exception);
            call.Record(SandboxStepKind.Problem, "The sandbox itself failed; the log of the portal says why.");
            End("error");
        }

        await _events.DrainAsync();
        call.Finish();
    }

    /// <summary>The platform answers the call, as before every audible verb.</summary>
    public void Answer()
    {
        if (call.AnsweredAt is not null) return;
        call.AnsweredAt = office.Time.GetUtcNow();
        _events.Update("answer");
    }

    /// <summary>Null when nobody did anything in time.</summary>
    public async Task<PhoneAction?> WaitAsync(SandboxWaitingKind kind, TimeSpan timeout, ImmutableArray<string> numbers = default,
        string keys = "")
    {
        var until = timeout == Timeout.InfiniteTimeSpan ? (DateTimeOffset?)null : office.Time.GetUtcNow() + timeout;
        call.Inbox.Begin(new(kind, numbers.IsDefault ? [] : numbers, keys, until));
        call.RaiseChanged();
        return await call.Inbox.NextAsync(timeout);
    }

    public void Resume()
    {
        call.Inbox.End();
        call.RaiseChanged();
    }

    /// <summary>The next document; its URL may be relative to the current one.</summary>
    public static VerbEnd Next(string baseUrl, string? action, string? method, JsonObject parameters)
    {
        var address = action is null ? baseUrl
            : Uri.TryCreate(baseUrl, UriKind.Absolute, out var running) && Uri.TryCreate(running, action, out var absolute)
            ? absolute.AbsoluteUri
            : action;
        return new VerbEnd.Next(new StageSource.Url(address, method == "GET" ? "GET" : "POST", parameters));
    }

    private async Task<string> LiveAsync()
    {
        call.Record(SandboxStepKind.Started, Begin());
        _events.Update("new");
        if (call.Start.RingFirst is { } first && await RingFirstAsync(first.Number, first.Seconds) is { } failed) return failed;
        var source = call.Start.Source;
        if (source is null)
        {
            if (Domain.Application is not { } application)
            {
                call.Record(SandboxStepKind.Problem,
                    "The domain has no voice application, so that nobody takes the call. Is the PBX paired?");
                return "error";
            }

            source = new StageSource.Url(application.Url, application.Method, []);
        }

        return await DocumentsAsync(source);
    }

    private async Task<string> DocumentsAsync(StageSource source)
    {
        var documentUrl = "";
        for (; ; )
        {
            if (call.Inbox.DequeueInterrupt() is PhoneAction.HangUp hangUp) return HungUp(hangUp);
            if (source is StageSource.Url asked) documentUrl = asked.Address;
            if (_stages++ == MaxStages)
            {
                call.Record(SandboxStepKind.Problem, $"The call asked for {MaxStages} documents and never ended; the sandbox stops it.");
                return "error";
            }

            if (await new StageFetch(this).LoadAsync(source, first: _stages == 1) is not { } document) return "error";
            if (_stages == 1) _events.Update("processing");
            switch (await ExecuteAsync(document, documentUrl))
            {
                case VerbEnd.Next next: source = next.Source; break;
                case VerbEnd.Stopped { Interrupt: PhoneAction.SwitchTo to }:
                    call.Record(SandboxStepKind.Acted, "The portal gives the call another document.");
                    source = to.Source;
                    break;
                case VerbEnd.Stopped { Interrupt: PhoneAction.HangUp stop }: return HungUp(stop);
                case VerbEnd.Over { Status: { } status }: return status;
                default: return call.AnsweredAt is not null ? "answer" : Unanswered();
            }
        }
    }

    private async Task<VerbEnd?> ExecuteAsync(XElement document, string url)
    {
        foreach (var verb in document.Elements())
        {
            if (call.Inbox.DequeueInterrupt() is { } interrupt) return new VerbEnd.Stopped(interrupt);
            if (await VerbTable.RunAsync(this, verb, url) is { } end) return end;
        }

        return null;
    }

    private async Task<string?> RingFirstAsync(string number, int seconds)
    {
        _events.Update("ringing");
        call.Record(SandboxStepKind.Waiting, $"The sandbox rings {number} for {seconds} seconds.");
        var action = await WaitAsync(SandboxWaitingKind.Dial, TimeSpan.FromSeconds(seconds), [number]);
        Resume();
        switch (action)
        {
            case PhoneAction.Answer:
                call.Record(SandboxStepKind.Acted, $"{number} answers.");
                Answer();
                return null;
            case PhoneAction.HangUp hangUp: return HungUp(hangUp);
            case PhoneAction.Busy: return "busy";
            case PhoneAction.Unreachable: return "failed";
            default: return "noanswer";
        }
    }

    private string HungUp(PhoneAction.HangUp hangUp)
    {
        call.Record(SandboxStepKind.Acted, hangUp.ByApi ? "The portal hangs up." : "The caller hangs up.");
        return call.AnsweredAt is not null ? "answer" : "cancel";
    }

    private string Unanswered() => LastDial switch { "busy" => "busy", "failed" => "failed", _ => "noanswer" };

    private void End(string status)
    {
        call.Inbox.Close();
        call.EndedAt = office.Time.GetUtcNow();
        _events.Update(status, final: true);
        _events.Record(call.AnsweredAt is not null ? "ANSWER" : Disposition(status));
        call.Record(SandboxStepKind.Ended, call.AnsweredAt is not null ? "The call is over." : $"The call ends unanswered ({status}).");
    }

    private static string Disposition(string status) => status switch {
        "busy" => "BUSY",
        "cancel" => "CANCEL",
        "congestion" => "CONGESTION",
        "failed" or "error" => "FAILED",
        _ => "NOANSWER",
    };

    private string Begin() => call.Start.Direction switch {
        SandboxDirection.Inbound => $"{call.Start.From} calls {call.Start.To} from outside.",
        SandboxDirection.Subscriber => $"Extension {call.Start.From} dials {call.Start.To}.",
        SandboxDirection.OutboundApi => $"The portal starts a call to {call.Start.From}.",
    };
}
