using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Opbx.Core.Numbering;

namespace Opbx.Core.Document.PhoneNumbers;

/// <summary>A number that callers dial (DID), and where its calls go.</summary>
public sealed record PhoneNumber : ConfiguredObject
{
    /// <summary>E.164, unique in the installation.</summary>
    [JsonPropertyOrder(-90), Required, RegularExpression(E164.Pattern, ErrorMessage = E164.Rule)]
    public string Number { get; init; } = "";

    [StringLength(100)]
    public string Name { get; init; } = "";

    [Required]
    public Destination Destination { get; init; } = new HangupDestination();

    /// <summary>Where a call goes when routing itself fails.</summary>
    public Destination? Safety { get; init; }

    /// <summary>Whether answered calls to this number are recorded.</summary>
    public bool Record { get; init; }

    [JsonIgnore]
    public override string Key => Number;
}
