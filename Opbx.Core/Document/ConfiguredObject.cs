using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document;

/// <summary>An object of a PBX's configuration document: an extension, a ring group, a menu and so on.</summary>
public abstract record ConfiguredObject
{
    /// <summary>The natural key by which other objects refer to this one: the number of an extension, otherwise the name.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>Whether calls reach it. An inactive object stays configured; calls skip it after a spoken sentence.</summary>
    [JsonPropertyOrder(90)]
    public bool Active { get; init; } = true;

    /// <summary>Free text for administrators.</summary>
    [JsonPropertyOrder(91), StringLength(1000)]
    public string? Notes { get; init; }
}

public abstract record NamedObject : ConfiguredObject
{
    /// <summary>2 to 100 characters, unique among the objects of its kind.</summary>
    [JsonPropertyOrder(-90), Required, StringLength(100, MinimumLength = 2),
        RegularExpression(@"^\S(.*\S)?$", ErrorMessage = "A name does not begin or end with a space, and has one line.")]
    public string Name { get; init; } = "";

    [JsonIgnore]
    public override string Key => Name;
}
