using Opbx.Core.Document.Prompts;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

/// <summary>Selects what callers hear: a spoken text, a prompt of the library, or an audio file on the web.</summary>
public sealed partial class PromptPicker
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter, EditorRequired] public string Pointer { get; set; } = "";
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;
    [Parameter] public PromptValue? Value { get; set; }
    [Parameter] public EventCallback<PromptValue?> ValueChanged { get; set; }

    /// <summary>The text for no prompt; absent when one is required.</summary>
    [Parameter] public string? Nothing { get; set; }

    [Parameter] public string? Help { get; set; }
    [CascadingParameter] private FormContext? Form { get; set; }

    private string Kind => Value switch {
        null => "none",
        { Prompt: not null } => "prompt",
        { Play: not null } => "play",
        _ => "say",
    };

    private static string Text(ChangeEventArgs e) => (e.Value as string ?? "").Trim();

    private Task ChangeAsync(PromptValue value) => ValueChanged.InvokeAsync(value);

    private Task ChooseKindAsync(ChangeEventArgs e) => ValueChanged.InvokeAsync(Text(e) switch {
        "say" => new PromptValue { Say = Value?.Say ?? "" },
        "prompt" => new PromptValue { Prompt = Document.Prompts.Count == 1 ? Document.Prompts[0].Name : "" },
        "play" => new PromptValue { Play = "" },
        _ => null,
    });
}
