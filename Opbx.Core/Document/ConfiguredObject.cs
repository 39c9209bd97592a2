using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document;

/// <summary>One object of a PBX's configuration document: an extension, a ring group, a menu and so on.</summary>
public abstract record ConfiguredObject
{
    /// <summary>The natural key by which other objects refer to this one: an extension's number, else the name.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>Whether callers reach it. An inactive object stays configured and is passed by with a spoken sentence.</summary>
    [JsonPropertyOrder(90)]
    public bool Active { get; init; } = true;

    /// <summary>Free text for the people who look after the phone system.</summary>
    [JsonPropertyOrder(91), StringLength(1000)]
    public string? Notes { get; init; }
}

/// <summary>An object that is known by its name.</summary>
public abstract record NamedObject : ConfiguredObject
{
    /// <summary>The name, 2 to 100 characters, unique among the objects of its kind.</summary>
    [JsonPropertyOrder(-90), Required, StringLength(100, MinimumLength = 2),
        RegularExpression(@"^\S(.*\S)?$", ErrorMessage = "A name does not begin or end with a space, and has one line.")]
    public string Name { get; init; } = "";

    [JsonIgnore]
    public override string Key => Name;
}
