using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

public sealed partial class DestinationPicker
{
    private const int DeepestAnnouncement = 3;

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter, EditorRequired] public string Pointer { get; set; } = "";
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;
    [Parameter] public Destination? Value { get; set; }
    [Parameter] public EventCallback<Destination?> ValueChanged { get; set; }

    /// <summary>The text for no destination; absent when one is required.</summary>
    [Parameter] public string? Nothing { get; set; }

    [Parameter] public string? Help { get; set; }

    /// <summary>The allowed kinds; all when absent.</summary>
    [Parameter] public IReadOnlyList<Type>? Only { get; set; }

    /// <summary>Whether a destination can be chosen; all when absent.</summary>
    [Parameter] public Func<Destination, bool>? Fits { get; set; }

    /// <summary>How many announcements enclose this one.</summary>
    [Parameter] public int Depth { get; set; }

    [CascadingParameter] private FormContext? Form { get; set; }

    private DestinationType? Type => Value is null ? null : DestinationType.For(Value);

    private IEnumerable<DestinationType> Offered => DestinationType.All.Where(t =>
        t == Type || ((Only is null || Only.Contains(t.Type))
            && (Depth < DeepestAnnouncement || t.Type != typeof(AnnouncementDestination))));

    private static string Text(ChangeEventArgs e) => (e.Value as string ?? "").Trim();

    private static ExternalDestination Outside(ChangeEventArgs e) => Text(e) switch {
        "" => new ExternalDestination(),
        var text when text.StartsWith("sip", StringComparison.OrdinalIgnoreCase) => new ExternalDestination { Sip = text },
        var text => new ExternalDestination { Number = NumberText.Plain(text) },
    };

    private bool OffersSip => Fits is null || Fits(new ExternalDestination { Sip = "" });

    private bool Possible(DestinationType type) => type.Targets is null || TargetsOf(type).Any();

    /// <summary>What can be chosen, and the current choice.</summary>
    private IEnumerable<Choice<string>> TargetsOf(DestinationType type) =>
        type.Targets!(Document).Where(c => Fits is null || Fits(type.Make(c.Value)) || (type == Type && type.TargetOf!(Value!) == c.Value));

    private string TextOf(DestinationType type) => type.Type == typeof(ExternalDestination) && !OffersSip ? "Outside number" : type.Text;

    private Task ChooseTypeAsync(ChangeEventArgs e)
    {
        var type = DestinationType.All.FirstOrDefault(t => t.Type.Name == Text(e));
        if (type is null) return ValueChanged.InvokeAsync(null);
        var choices = type.Targets is null ? null : TargetsOf(type).ToList();
        return ValueChanged.InvokeAsync(type.Make(choices is { Count: 1 } ? choices[0].Value : ""));
    }
}
