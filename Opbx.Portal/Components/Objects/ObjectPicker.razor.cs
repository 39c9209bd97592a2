using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

/// <summary>Selects a configured object. A selected object that no longer exists stays visible.</summary>
public sealed partial class ObjectPicker
{
    private List<Choice<string>> _shown = [];

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>For screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public IEnumerable<Choice<string>> Choices { get; set; } = [];
    [Parameter] public string? Value { get; set; }
    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    [Parameter] public string Placeholder { get; set; } = "Choose ...";
    [Parameter] public bool Disabled { get; set; }

    private Dictionary<string, object> Attributes => new(StringComparer.Ordinal) { ["id"] = Id, ["aria-label"] = Label };

    protected override void OnParametersSet()
    {
        _shown = [.. Choices];
        if (Value is { Length: > 0 } value && _shown.TrueForAll(c => c.Value != value))
            _shown.Insert(0, new Choice<string>(value, $"{value} (does not exist)"));
    }
}
