using System.ComponentModel.DataAnnotations;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document.OutboundRules;

/// <summary>Allows a set of outside numbers and selects the trunk. The longest matching prefix wins.</summary>
public sealed record OutboundRule : NamedObject
{
    /// <summary>ISO 3166 code of the numbers' country; any country when absent.</summary>
    [RegularExpression("^[A-Z]{2}$", ErrorMessage = "A country is two capital letters, for example US.")]
    public string? Country { get; init; }

    /// <summary>Leading digits of the numbers: international with +, or national digits of <see cref="Country"/>.</summary>
    [RegularExpression(@"^\+?[0-9]{1,14}$", ErrorMessage = "A prefix is digits, with + in front when it is international.")]
    public string? Prefix { get; init; }

    /// <summary>The trunk's name at Cloudonix; the platform chooses when absent.</summary>
    [StringLength(100), RegularExpression("^[A-Za-z0-9][A-Za-z0-9-]*$", ErrorMessage = "A trunk's name has letters, digits and hyphens.")]
    public string? Trunk { get; init; }

    /// <summary>The number presented unless the extension has its own.</summary>
    [RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string? CallerId { get; init; }
}
