namespace Opbx.Portal.Components.Ui;

/// <summary>A vertical list of steps, each with a time, a title and optional content.</summary>
public sealed partial class Timeline<TItem>
{
    [Parameter, EditorRequired] public IReadOnlyList<TItem> Items { get; set; } = [];
    [Parameter, EditorRequired] public Func<TItem, string> Time { get; set; } = default!;
    [Parameter, EditorRequired] public Func<TItem, string> Sentence { get; set; } = default!;
    [Parameter] public Func<TItem, string> Symbol { get; set; } = _ => "circle";
    [Parameter] public Func<TItem, Tone> Tone { get; set; } = _ => Ui.Tone.Neutral;

    [Parameter] public RenderFragment<TItem>? ChildContent { get; set; }
}
