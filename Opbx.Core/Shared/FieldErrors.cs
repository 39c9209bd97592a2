using System.Diagnostics.CodeAnalysis;

namespace Opbx.Core.Shared;

/// <summary>Sentences about invalid input, by JSON pointer (RFC 6901).</summary>
public sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    public bool IsEmpty => _errors.Count == 0;

    public IReadOnlyDictionary<string, string[]> ByPointer =>
        _errors.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal);

    public void Add(string pointer, string sentence)
    {
        if (!_errors.TryGetValue(pointer, out var list)) _errors[pointer] = list = [];
        if (!list.Contains(sentence, StringComparer.Ordinal)) list.Add(sentence);
    }

    public void Add(FieldErrors others)
    {
        foreach (var (pointer, sentences) in others._errors)
            foreach (var sentence in sentences) Add(pointer, sentence);
    }

    /// <summary>Whether the member at <paramref name="pointer"/>, or one above it, already has an error.</summary>
    public bool Covers(string pointer)
    {
        for (var at = pointer; ; at = at[..at.LastIndexOf('/')])
        {
            if (_errors.ContainsKey(at)) return true;
            if (at.Length == 0 || !at.Contains('/')) return false;
        }
    }

    /// <summary>The first sentence, where only one is shown.</summary>
    public bool TryGetFirst([NotNullWhen(true)] out string? sentence)
    {
        sentence = _errors.Count == 0 ? null : _errors.First().Value[0];
        return sentence is not null;
    }
}
