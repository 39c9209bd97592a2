using System.Text;
using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

internal sealed class GatherVerb(CallRun run, XElement verb, string documentUrl)
{
    private readonly StringBuilder _digits = new();
    private readonly string _finish = verb.Attribute("finishOnKey")?.Value ?? "#";
    private readonly int _most = verb.Number("numDigits", int.MaxValue);
    private bool _complete;

    public async Task<VerbEnd?> RunAsync()
    {
        run.Answer();
        await PlayAsync();
        run.Call.Record(SandboxStepKind.Waiting, "The call waits for keys.");
        var interrupt = await ListenAsync();
        run.Resume();
        if (interrupt is not null) return new VerbEnd.Stopped(interrupt);
        if (_digits.Length == 0)
        {
            run.Call.Record(SandboxStepKind.Acted, "The caller pressed nothing.");
            if (verb.Text("actionOnEmptyResult") != "true") return null;
        }
        else
        {
            run.Call.Record(SandboxStepKind.Acted, $"The caller pressed {_digits}.");
        }

        return CallRun.Next(documentUrl, verb.Text("action"), verb.Text("method"),
            new() { ["CallStatus"] = "in-progress", ["Digits"] = _digits.ToString() });
    }

    private async Task PlayAsync()
    {
        run.Nested = true;
        foreach (var child in verb.Elements()) await VerbTable.RunAsync(run, child, documentUrl);
        run.Nested = false;
    }

    private async Task<PhoneAction?> ListenAsync()
    {
        var patience = TimeSpan.FromSeconds(verb.Number("maxTimeout", 30));
        while (!_complete)
        {
            switch (await run.WaitAsync(SandboxWaitingKind.Gather, patience, keys: SandboxWaiting.AllKeys))
            {
                case PhoneAction.Press press:
                    Accept(press.Keys);
                    patience = TimeSpan.FromSeconds(verb.Number("timeout", 5));
                    break;
                case null or PhoneAction.NoInput: return null;
                case { } interrupt: return interrupt;
            }
        }

        return null;
    }

    private void Accept(string keys)
    {
        foreach (var key in keys)
        {
            if (_complete) return;
            if (_finish.Contains(key, StringComparison.Ordinal)) _complete = true;
            else if (SandboxWaiting.AllKeys.Contains(key, StringComparison.Ordinal)) _digits.Append(key);
            _complete |= _digits.Length >= _most;
        }
    }
}
