using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Simulation;

public sealed partial class SimulatedCallForm
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm";
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    [Parameter, EditorRequired] public SimulatedCall Call { get; set; } = default!;
    [Parameter] public EventCallback<SimulatedCall> OnChange { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private PbxDocument Document => Session.Snapshot.Document;

    private List<Choice<string>> People =>
        [.. Document.Extensions.OfType<UserExtension>().Select(e => new Choice<string>(e.Number, $"{e.Number} {e.Name}"))];

    private IEnumerable<Choice<string>> Targets => Call.Inside
        ? Document.Extensions.Where(e => e.Number != Call.From).Select(e => new Choice<string>(e.Number, e.Name))
        : Document.PhoneNumbers.Select(n => new Choice<string>(n.Number, n.Name));

    private string TargetName => Targets.FirstOrDefault(t => t.Value == Call.To)?.Text
        ?? (Call.Inside ? "An extension, a feature code or a number outside." : "None of your phone numbers.");

    private DateTime Now => TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Session.Zone).DateTime;
    private DateTime Shown => Call.At ?? Now;

    private IEnumerable<(string Text, DateTime? At)> Shortcuts =>
    [
        ("Now", null),
        ("Tonight, 23:00", Now.Date.AddHours(23)),
        ("Sunday, 11:00", Now.Date.AddDays((7 - (int)Now.DayOfWeek) % 7).AddHours(11)),
        ("Monday, 10:00", Now.Date.AddDays((8 - (int)Now.DayOfWeek) % 7).AddHours(10)),
    ];

    private static string Text(ChangeEventArgs e) => (e.Value as string ?? "").Trim();

    private DateTime? At(string date, string time) =>
        DateTime.TryParseExact($"{date} {(time.Length > 5 ? time[..5] : time)}", $"{DateFormat} {TimeFormat}", Invariant,
            DateTimeStyles.None, out var at) ? at : Call.At;

    private Task Change(SimulatedCall call) => OnChange.InvokeAsync(call);

    private Task Turn(bool inside) =>
        Change(SimulatedCall.Read(new SimulatorAddress(inside, null, null, null, null), Document) with { At = Call.At });
}
