using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Say, Play and Pause.</summary>
internal static class SpokenVerbs
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public static async Task<VerbEnd?> RunAsync(CallRun run, XElement verb)
    {
        if (verb.Text("answer") != "false") run.Answer();
        var length = TimeSpan.Zero;
        switch (verb.Name.LocalName)
        {
            case "Say":
                run.Call.Record(SandboxStepKind.Heard, $"The caller hears: “{verb.Content()}”");
                break;
            case "Play":
                await PlayAsync(run, verb);
                break;
            default:
                var seconds = verb.Number("length", 1);
                run.Call.Record(SandboxStepKind.Heard, $"Silence for {seconds} s.");
                length = TimeSpan.FromSeconds(seconds);
                break;
        }

        if (run.Nested) return null;
        if (verb.Text("loop") == "0") length = Timeout.InfiniteTimeSpan;
        else if (length > LongestPause) length = LongestPause;
        return length == TimeSpan.Zero ? null : await HoldAsync(run, length);
    }

    private static async Task<VerbEnd?> HoldAsync(CallRun run, TimeSpan length)
    {
        var interrupt = await run.WaitAsync(SandboxWaitingKind.Hold, length);
        run.Resume();
        return interrupt is null ? null : new VerbEnd.Stopped(interrupt);
    }

    private static async Task PlayAsync(CallRun run, XElement verb)
    {
        if (verb.Text("digits") is { } digits)
        {
            run.Call.Record(SandboxStepKind.Heard, $"Key tones are sent: {digits}");
            return;
        }

        var url = verb.Content();
        var name = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Segments[^1] : url;
        var answer = await run.Office.Wire.ProbeAsync(url, CancellationToken.None);
        if (answer.Status == 200 && answer.ContentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase))
            run.Call.Record(SandboxStepKind.Heard, $"The caller hears the recording {name}.");
        else
            run.Call.Record(
                SandboxStepKind.Problem,
                $"The recording {name} cannot be played, the caller hears nothing: " +
                    $"{(answer.Status == 200 ? "its address answers no sound" : answer.Why)}.");
    }
}
