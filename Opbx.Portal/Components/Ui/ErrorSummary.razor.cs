namespace Opbx.Portal.Components.Ui;

/// <summary>Why a form was not accepted, with a link to each invalid field.</summary>
public sealed partial class ErrorSummary
{
    [Parameter, EditorRequired] public Failure? Failure { get; set; }
    [CascadingParameter] private FormContext Form { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private List<(string? Pointer, string? Label, string Sentence)> Lines =>
        [.. Form.All(), .. (Failure?.Places ?? []).Select(place => ((string?)null, (string?)null, place))];
}
