namespace Opbx.Portal.Components.Ui;

/// <summary>Steps one below the other: when, what, and a place for more.</summary>
public sealed partial class Timeline<TItem>
{
    /// <summary>The steps in their order.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TItem> Items { get; set; } = [];

    [Parameter, EditorRequired] public Func<TItem, string> Time { get; set; } = default!;
    [Parameter, EditorRequired] public Func<TItem, string> Sentence { get; set; } = default!;
    [Parameter] public Func<TItem, string> Symbol { get; set; } = _ => "circle";
    [Parameter] public Func<TItem, Tone> Tone { get; set; } = _ => Ui.Tone.Neutral;

    /// <summary>More about a step.</summary>
    [Parameter] public RenderFragment<TItem>? ChildContent { get; set; }
}
