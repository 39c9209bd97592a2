using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document;
using Opbx.Core.Document.Reading;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.State;
using Opbx.Core.Shared;

namespace Opbx.Bench;

/// <summary>One answered request each: decision, signed state and document, as the voice endpoint makes them; beside it a document that is
/// glued together without any decision.</summary>
public class RoutingBenchmarks
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
    private readonly byte[] _key = new byte[32];
    private DialPlan _plan = null!;
    private RoutingContext _context = null!;
    private DocumentAddresses _addresses = null!;

    /// <summary>The sample PBX of the documentation, compiled.</summary>
    [GlobalSetup]
    public void Compile()
    {
        using var file = typeof(RoutingBenchmarks).Assembly.GetManifestResourceStream("acme.json")!;
        using var json = JsonDocument.Parse(file);
        _plan = DialPlan.Compile(StrictReader.Read<PbxDocument>(json.RootElement, new FieldErrors()));
        _context = new RoutingContext(Morning, new SeededDice(1), new QuietLines());
        _addresses = new DocumentAddresses(s => Address("voice", s), s => Address("recording", s));
    }

    /// <summary>What the least program could do: fixed text with the two values in it.</summary>
    [Benchmark(Baseline = true)]
    public string Glued()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Dial action=\"");
        text.Append("https://pbx.example/hooks/token/voice?opbx=").Append(Convert.ToBase64String(_key));
        return text.Append("\" method=\"POST\" timeout=\"").Append(20.ToString(CultureInfo.InvariantCulture))
            .Append("\"><Number>1001</Number></Dial></Response>").ToString();
    }

    /// <summary>A number rings an extension.</summary>
    [Benchmark]
    public string Extension() => Answer("+12125550101");

    /// <summary>A number rings a group.</summary>
    [Benchmark]
    public string Group() => Answer("+12125550102");

    /// <summary>A number asks the opening hours, which lead to a menu.</summary>
    [Benchmark]
    public string HoursAndMenu() => Answer("+12125550100");

    /// <summary>A call that goes on: the caller pressed a key in the menu, and a group rings.</summary>
    [Benchmark]
    public string MenuChoice()
    {
        var state = new RouterState {
            Session = "0123456789abcdef0123456789abcdef", IssuedAt = Morning.ToUnixTimeSeconds(),
            Wait = Wait.Menu, Key = "Main menu", PhoneNumber = "+12125550100"
        };
        return Write(CallRouter.Resume(_plan, StateCodec.Read(StateCodec.Write(state, _key), [_key]),
            Facts("+12125550100") with { Digits = "1" }, _context));
    }

    /// <summary>An extension calls outside, through numbering plan and outbound rules.</summary>
    [Benchmark]
    public string Outside() =>
        Write(CallRouter.Route(_plan, Facts("+12025550177") with { From = "1001", Origin = CallOrigin.Phone }, _context));

    private static CallFacts Facts(string to) =>
        new() { Token = "0123456789abcdef0123456789abcdef", From = "+12025550143", To = to, CallStatus = "in-progress" };

    private string Answer(string to) => Write(CallRouter.Route(_plan, Facts(to), _context));

    private string Write(RouteResult result) => CxmlWriter.Write(DecisionRenderer.Render(result.Decision, _addresses));

    private string Address(string endpoint, RouterState state) =>
        $"https://pbx.example/hooks/token/{endpoint}?opbx={StateCodec.Write(state, _key)}";

    private sealed class QuietLines : ILines
    {
        public bool IsBusy(string extension) => false;

        public int NextStart(string group) => 0;

        public DateTimeOffset? LastAnswered(string extension) => null;

        public RingingCall? RingingAt(string extension, string except) => null;

        public PickedUpCall? PickedUp(string token) => null;
    }
}
