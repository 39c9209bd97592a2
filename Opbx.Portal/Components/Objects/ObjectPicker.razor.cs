using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

/// <summary>Chooses one of the configured objects. A choice that does not exist any more stays visible.</summary>
public sealed partial class ObjectPicker
{
    private List<Choice<string>> _shown = [];

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>What is chosen, for screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public IEnumerable<Choice<string>> Choices { get; set; } = [];
    [Parameter] public string? Value { get; set; }
    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Shown while nothing is chosen.</summary>
    [Parameter] public string Placeholder { get; set; } = "Choose ...";

    /// <summary>Whether nothing can be changed.</summary>
    [Parameter] public bool Disabled { get; set; }

    private Dictionary<string, object> Attributes => new(StringComparer.Ordinal) { ["id"] = Id, ["aria-label"] = Label };

    protected override void OnParametersSet()
    {
        _shown = [.. Choices];
        if (Value is { Length: > 0 } value && _shown.TrueForAll(c => c.Value != value))
            _shown.Insert(0, new Choice<string>(value, $"{value} (does not exist)"));
    }
}
