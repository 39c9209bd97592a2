namespace Opbx.Portal.Components.Ui;

/// <summary>What the fields of a form know of each other: the errors, and which field stands for which member.</summary>
public sealed class FormContext
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>The errors of the last attempt to save, by JSON pointer.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; private set; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Raised when other errors are there.</summary>
    public event Action? Changed;

    /// <summary>Whether nothing can be changed.</summary>
    public bool ReadOnly { get; internal set; }

    /// <summary>Element id of the field for a member.</summary>
    public static string IdOf(string pointer) => "field" + pointer.Replace('/', '-').ToLowerInvariant();

    /// <summary>A field tells that it stands for a member.</summary>
    public void Register(string pointer, string label) => _labels[pointer] = label;

    /// <summary>Sentences about a member and what lies in it, unless a field of its own shows them.</summary>
    public IEnumerable<string> For(string pointer) => Errors.Where(e => FieldOf(e.Key) == pointer).SelectMany(e => e.Value);

    /// <summary>Every error with the field that shows it.</summary>
    public IEnumerable<(string? Pointer, string? Label, string Sentence)> All() =>
        from error in Errors
        let field = FieldOf(error.Key)
        from sentence in error.Value
        select (field, field is null ? null : _labels[field], sentence);

    /// <summary>Takes the errors of an attempt; none when it was accepted.</summary>
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
