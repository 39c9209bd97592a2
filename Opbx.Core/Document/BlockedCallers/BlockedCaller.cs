using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.BlockedCallers;

/// <summary>A caller that is turned away.</summary>
public sealed record BlockedCaller : ConfiguredObject
{
    [JsonPropertyOrder(-90)]
    public BlockMatch Match { get; init; } = BlockMatch.Exact;

    /// <summary>A number, its first digits, or a pattern with <c>*</c> (any digits) and <c>?</c> (one digit).</summary>
    [JsonPropertyOrder(-89), Required,
        RegularExpression(@"^\+?[0-9*?]{1,20}$|^anonymous$",
            ErrorMessage = "A pattern is digits, with + in front when it is international, or anonymous.")]
    public string Pattern { get; init; } = "";
    public BlockAction Action { get; init; } = BlockAction.Reject;

    /// <summary>The sentence of the action <c>say</c>.</summary>
    [StringLength(1000)]
    public string? Say { get; init; }

    /// <summary>The own numbers this holds for; all when empty.</summary>
    [MaxLength(1000)]
    public IReadOnlyList<string> Numbers { get; init; } = [];

    [JsonIgnore]
    public override string Key => Pattern;
}

/// <summary>How a blocked caller's pattern is compared.</summary>
public enum BlockMatch
{
    Exact,

    /// <summary>Its first digits.</summary>
    Prefix,

    Wildcard,
}

/// <summary>What happens to a blocked caller's call.</summary>
public enum BlockAction
{
    Reject,
    Busy,

    /// <summary>A sentence, then the end.</summary>
    Say,
}
