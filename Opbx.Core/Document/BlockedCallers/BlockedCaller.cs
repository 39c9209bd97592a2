using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.BlockedCallers;

/// <summary>A caller that is turned away.</summary>
public sealed record BlockedCaller : ConfiguredObject
{
    /// <summary>How <see cref="Pattern"/> is compared.</summary>
    [JsonPropertyOrder(-90)]
    public BlockMatch Match { get; init; } = BlockMatch.Exact;

    /// <summary>A number, its first digits, or a pattern with <c>*</c> (any digits) and <c>?</c> (one digit).</summary>
    [JsonPropertyOrder(-89), Required, RegularExpression(@"^\+?[0-9*?]{1,20}$|^anonymous$", ErrorMessage = "A pattern is digits, with + in front when it is international, or anonymous.")]
    public string Pattern { get; init; } = "";

    /// <summary>What happens to the call.</summary>
    public BlockAction Action { get; init; } = BlockAction.Reject;

    /// <summary>The sentence of the action <c>say</c>.</summary>
    [StringLength(1000)]
    public string? Say { get; init; }

    /// <summary>The own numbers this holds for; all when empty.</summary>
    [MaxLength(1000)]
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Key => Pattern;
}

/// <summary>How a blocked caller's pattern is compared.</summary>
public enum BlockMatch
{
    /// <summary>The whole number.</summary>
    Exact,

    /// <summary>Its first digits.</summary>
    Prefix,

    /// <summary>A pattern with * and ?.</summary>
    Wildcard,
}

/// <summary>What happens to a blocked caller's call.</summary>
public enum BlockAction
{
    /// <summary>Rejected.</summary>
    Reject,

    /// <summary>Busy tone.</summary>
    Busy,

    /// <summary>A sentence, then the end.</summary>
    Say,
}
