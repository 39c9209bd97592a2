using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

internal static class VerbTable
{
    /// <summary>Null when the next verb follows.</summary>
    public static async Task<VerbEnd?> RunAsync(CallRun run, XElement verb, string documentUrl)
    {
        switch (verb.Name.LocalName)
        {
            case "Say" or "Play" or "Pause": return await SpokenVerbs.RunAsync(run, verb);
            case "Gather": return await new GatherVerb(run, verb, documentUrl).RunAsync();
            case "Dial" when verb.Element("Conference") is { } room:
                return await new ConferenceVerb(run, verb, room, documentUrl)
                .RunAsync();
            case "Dial": return await new DialVerb(run, verb, documentUrl).RunAsync();
            case "Record": return await new RecordVerb(run, verb, documentUrl).RunAsync();
            case "Coach": return await new CoachVerb(run, verb).RunAsync();
            case "Redirect": return Redirect(run, verb, documentUrl);
            case "Reject": return Reject(run, verb);
            case "Hangup":
                run.Call.Record(SandboxStepKind.Acted, "The document hangs up.");
                return new VerbEnd.Over(null);
            default:
                run.Call.Record(SandboxStepKind.Problem, $"The sandbox does not know the verb {verb.Name.LocalName} and leaves it out.");
                return null;
        }
    }

    /// <summary>Null when the attribute is absent or empty.</summary>
    public static string? Text(this XElement element, string name) =>
        element.Attribute(name)?.Value is { Length: > 0 } value ? value : null;

    public static int Number(this XElement element, string name, int otherwise) =>
        int.TryParse(element.Attribute(name)?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= 0
            ? value : otherwise;

    /// <summary>The element's text with white space collapsed.</summary>
    public static string Content(this XElement element) =>
        string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static VerbEnd Redirect(CallRun run, XElement verb, string documentUrl)
    {
        run.Call.Record(SandboxStepKind.Acted, "The document sends the call on to another one.");
        return CallRun.Next(documentUrl, verb.Content(), verb.Text("method"), new() { ["CallStatus"] = "in-progress" });
    }

    private static VerbEnd.Over Reject(CallRun run, XElement verb)
    {
        var reason = verb.Text("reason") ?? "rejected";
        run.Call.Record(SandboxStepKind.Acted, $"The document rejects the call ({reason}).");
        return new(reason switch { "congestion" => "congestion", "failed" => "failed", _ => "busy" });
    }
}
