using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.BlockedCallers;

public sealed record BlockedCaller : ConfiguredObject
{
    [JsonPropertyOrder(-90)]
    public BlockMatch Match { get; init; } = BlockMatch.Exact;

    /// <summary>A number, its leading digits, or a pattern with <c>*</c> (any digits) and <c>?</c> (one digit).</summary>
    [JsonPropertyOrder(-89), Required,
        RegularExpression(@"^\+?[0-9*?]{1,20}$|^anonymous$",
            ErrorMessage = "A pattern is digits, with + in front when it is international, or anonymous.")]
    public string Pattern { get; init; } = "";
    public BlockAction Action { get; init; } = BlockAction.Reject;

    /// <summary>Spoken when the action is <c>say</c>.</summary>
    [StringLength(1000)]
    public string? Say { get; init; }

    /// <summary>The PBX's numbers this applies to; all when empty.</summary>
    [MaxLength(1000)]
    public IReadOnlyList<string> Numbers { get; init; } = [];

    [JsonIgnore]
    public override string Key => Pattern;
}

public enum BlockMatch
{
    Exact,
    /// <summary>The caller's number starts with the pattern.</summary>
    Prefix,
    Wildcard,
}

public enum BlockAction
{
    Reject,
    Busy,
    /// <summary>Speaks <see cref="BlockedCaller.Say"/>, then hangs up.</summary>
    Say,
}
