using System.Collections.Concurrent;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Sample code that verifies a signature.</summary>
internal sealed record Snippet(string Language, string File)
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    public static readonly IReadOnlyList<Snippet> All =
        [new("C#", "verify.csharp"), new("JavaScript", "verify.js"), new("PHP", "verify.php"), new("Python", "verify.py")];

    public string Text => Texts.GetOrAdd(File, Read);

    private static string Read(string file)
    {
        using var stream = typeof(Snippet).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
