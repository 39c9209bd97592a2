using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Prompts;

/// <summary>What a caller hears: exactly one of a spoken text, an audio URL, or a prompt of the library.</summary>
public sealed record PromptValue
{
    /// <summary>A text to speak, up to 1000 characters.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public string? Say { get; init; }

    /// <summary>The voice of <see cref="Say"/>; the PBX's when absent.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Voice { get; init; }

    /// <summary>The language of <see cref="Say"/>, BCP 47; the PBX's when absent.</summary>
    [StringLength(35, MinimumLength = 1)]
    public string? Language { get; init; }

    /// <summary>The https URL of an audio file.</summary>
    [StringLength(2000),
        RegularExpression(@"^[Hh][Tt][Tt][Pp][Ss]://[^\s/]+(/\S*)?$", ErrorMessage = "The address of an audio file begins with https://.")]
    public string? Play { get; init; }

    [StringLength(100, MinimumLength = 1)]
    public string? Prompt { get; init; }
}
