namespace Opbx.Portal.Components.Ui;

/// <summary>Shared by the fields of a form: the errors, and which field edits which member.</summary>
public sealed class FormContext
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>The errors of the last attempt to save, by JSON pointer.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; private set; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Raised when the errors change.</summary>
    public event Action? Changed;

    public bool ReadOnly { get; internal set; }

    public static string IdOf(string pointer) => "field" + pointer.Replace('/', '-').ToLowerInvariant();

    /// <summary>Called by a field for the member it edits.</summary>
    public void Register(string pointer, string label) => _labels[pointer] = label;

    /// <summary>Errors of a member and its descendants, unless they have their own field.</summary>
    public IEnumerable<string> For(string pointer) => Errors.Where(e => FieldOf(e.Key) == pointer).SelectMany(e => e.Value);

    /// <summary>Every error with the field that shows it.</summary>
    public IEnumerable<(string? Pointer, string? Label, string Sentence)> All() =>
        from error in Errors
        let field = FieldOf(error.Key)
        from sentence in error.Value
        select (field, field is null ? null : _labels[field], sentence);

    /// <summary>Replaces the errors; null when the attempt succeeded.</summary>
    public void Show(FieldErrors? errors)
    {
        if (errors is null && Errors.Count == 0) return;
        Errors = errors?.ByPointer ?? new Dictionary<string, string[]>(StringComparer.Ordinal);
        Changed?.Invoke();
    }

    private string? FieldOf(string pointer)
    {
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
            if (_labels.ContainsKey(at)) return at;
        return null;
    }
}
