using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document.Prompts;

namespace Opbx.Core.Document.IvrMenus;

public sealed record IvrMenu : NamedObject
{
    [Required]
    public PromptValue Prompt { get; init; } = new();

    /// <summary>How long the menu waits for the first key, in seconds.</summary>
    [Range(1, 30)]
    public int FirstDigitTimeout { get; init; } = 5;

    /// <summary>How long it waits between keys, in seconds.</summary>
    [Range(1, 30)]
    public int InterDigitTimeout { get; init; } = 2;

    /// <summary>How often the menu is played in one call before the fallback.</summary>
    [Range(1, 9)]
    public int Turns { get; init; } = 3;

    /// <summary>Whether callers can dial extension numbers here.</summary>
    public bool DirectDial { get; init; }

    [Required, Length(1, 20, ErrorMessage = "A menu has 1 to 20 options.")]
    public IReadOnlyList<IvrOption> Options { get; init; } = [];

    /// <summary>Played after invalid input; a generated sentence when absent.</summary>
    public PromptValue? InvalidPrompt { get; init; }

    /// <summary>Where the first invalid input leads; the menu plays again when absent.</summary>
    public Destination? Invalid { get; init; }

    /// <summary>Where the first missing input leads; the menu plays again when absent.</summary>
    public Destination? NoInput { get; init; }

    /// <summary>Where the call goes after the last turn.</summary>
    [Required]
    public Destination Fallback { get; init; } = new HangupDestination();
}

public sealed record IvrOption
{
    /// <summary>1 to 10 of <c>0-9*#</c>, unique within the menu.</summary>
    [Required, RegularExpression("^[0-9*#]{1,10}$", ErrorMessage = "An option has 1 to 10 keys of 0-9, * and #.")]
    public string Digits { get; init; } = "";

    [StringLength(100)]
    public string Label { get; init; } = "";

    [Required]
    public Destination Destination { get; init; } = new HangupDestination();
}
