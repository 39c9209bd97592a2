using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Prompts;

/// <summary>A prompt of the library: a text, or an uploaded audio file.</summary>
public sealed record Prompt : NamedObject
{
    [StringLength(1000, MinimumLength = 1)]
    public string? Say { get; init; }

    /// <summary>The audio file's name in the prompt store or in an export archive.</summary>
    [StringLength(200),
        RegularExpression(@"^[A-Za-z0-9][A-Za-z0-9._-]*\.(mp3|wav)$",
            ErrorMessage = "An audio file's name ends in .mp3 or .wav and has no folders.")]
    public string? File { get; init; }
}
