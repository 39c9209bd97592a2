using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Simulation;

namespace Opbx.Tests.Support.Data;

/// <summary>A call told in a sentence: who calls what, what people do, what came of it. No database, no network.</summary>
internal sealed class Scenario
{
    public const string Outsider = "+12025550143";

    private Scenario(SimulationResult result)
    {
        Result = result;
        Documents = [.. result.Steps.Select(s => s.Cxml).OfType<string>().Select(XDocument.Parse)];
    }

    public SimulationResult Result { get; }
    public IReadOnlyList<XDocument> Documents { get; }

    /// <summary>The targets of every dial, in order.</summary>
    public string Dialled =>
        string.Join(" > ", Documents.Select(d => d.Root!.Element("Dial")).OfType<XElement>()
            .Select(d => string.Join('+', d.Elements().Select(e => e.Value))));

    /// <summary>Everything the caller heard, in order; texts of a document behind what it waits for are not heard.</summary>
    public IReadOnlyList<string> Heard => [.. Documents.SelectMany(d => d.Descendants("Say")).Select(s => s.Value)];

    /// <summary>Addresses of the sound files that were played.</summary>
    public IReadOnlyList<string> Played => [.. Documents.SelectMany(d => d.Descendants("Play")).Select(p => p.Value)];

    public IReadOnlyList<XElement> Dials => [.. Documents.SelectMany(d => d.Descendants("Dial"))];
    public IReadOnlyList<XElement> Gathers => [.. Documents.SelectMany(d => d.Descendants("Gather"))];
    public IReadOnlyList<string> Codes => [.. Result.Steps.Select(s => s.Code)];

    /// <summary>Somebody outside calls.</summary>
    public static Scenario CallTo(string number, string script = "[]", Action<JsonNode>? change = null, string from = Outsider,
        string at = "2026-11-24T15:00:00Z", ILines? lines = null, IMailboxes? mailboxes = null) =>
        Run(SimulationDirection.Inbound, from, number, script, change, at, lines, mailboxes);

    /// <summary>One of our phones calls.</summary>
    public static Scenario CallFrom(string extension, string dialled, string script = "[]", Action<JsonNode>? change = null,
        ILines? lines = null, IMailboxes? mailboxes = null) =>
        Run(SimulationDirection.Internal, extension, dialled, script, change, "2026-11-24T15:00:00Z", lines, mailboxes);

    private static Scenario Run(SimulationDirection direction, string from, string to, string script, Action<JsonNode>? change, string at,
        ILines? lines, IMailboxes? mailboxes)
    {
        var plan = DialPlan.Compile(Samples.Acme(change));
        var request =
            new SimulationRequest {
                From = from, To = to, Direction = direction,
                Script = JsonSerializer.Deserialize<List<ScriptItem>>(script, DocumentJson.Options)!
            };
        var context =
            new RoutingContext(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), new SeededDice(1), lines
                ?? new TestLines());
        if (mailboxes is not null) context = context with { Mailboxes = mailboxes };
        return new Scenario(
            Simulator.Run(plan, request, context,
                new DocumentAddresses(s => $"https://pbx.example/voice?s={s.Stage}", _ => "https://pbx.example/recording")));
    }
}

/// <summary>Phones as a test wants them.</summary>
internal sealed class TestLines : ILines
{
    private int _start;

    public HashSet<string> Busy { get; } = [];
    public Dictionary<string, DateTimeOffset> Answered { get; } = [];

    public bool IsBusy(string extension) => Busy.Contains(extension);

    public int NextStart(string group) => _start++;

    public RingingCall? Ringing { get; set; }
    public PickedUpCall? Elsewhere { get; set; }

    public RingingCall? RingingAt(string extension, string except) =>
        Ringing is { } call && call.Extensions.Contains(extension) && call.Token != except ? call : null;

    public PickedUpCall? PickedUp(string token) => Elsewhere;

    public DateTimeOffset? LastAnswered(string extension) => Answered.TryGetValue(extension, out var at) ? at : null;
}
