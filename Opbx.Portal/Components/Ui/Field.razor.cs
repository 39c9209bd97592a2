namespace Opbx.Portal.Components.Ui;

/// <summary>Label, help and error around one control.</summary>
public sealed partial class Field : IDisposable
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>JSON pointer of the member that the field edits.</summary>
    [Parameter, EditorRequired] public string Pointer { get; set; } = "";

    [Parameter] public string? Help { get; set; }

    /// <summary>Whether it can stay empty.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>Whether there are several controls inside; each then has its own label.</summary>
    [Parameter] public bool Group { get; set; }

    [Parameter] public string? Class { get; set; }
    [Parameter, EditorRequired] public RenderFragment<FieldIds> ChildContent { get; set; } = default!;
    [CascadingParameter] private FormContext? Form { get; set; }

    private string Id => FormContext.IdOf(Pointer);
    private string HelpId => $"{Id}-help";
    private string ErrorId => $"{Id}-error";
    private IReadOnlyList<string> Sentences => Form is null ? [] : [.. Form.For(Pointer)];

    private string? DescribedBy => (Help is not null, Sentences.Count > 0) switch {
        (true, true) => $"{HelpId} {ErrorId}",
        (true, false) => HelpId,
        (false, true) => ErrorId,
        _ => null,
    };

    public void Dispose()
    {
        if (Form is not null) Form.Changed -= StateHasChanged;
    }

    protected override void OnInitialized()
    {
        if (Form is not null) Form.Changed += StateHasChanged;
    }

    protected override void OnParametersSet() => Form?.Register(Pointer, Label);
}
