using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.Extensions;

/// <summary>A short internal number: a person's phone, or a <em>virtual</em> extension that leads to something else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UserExtension), "user")]
[JsonDerivedType(typeof(RingGroupExtension), "ringGroup")]
[JsonDerivedType(typeof(IvrExtension), "ivr")]
[JsonDerivedType(typeof(ConferenceExtension), "conference")]
[JsonDerivedType(typeof(ForwardExtension), "forward")]
[JsonDerivedType(typeof(AiAssistantExtension), "aiAssistant")]
[JsonDerivedType(typeof(CustomLogicExtension), "customLogic")]
public abstract record Extension : ConfiguredObject
{
    public const string NumberPattern = "^[0-9]{2,6}$";

    public const string NumberRule = "An extension number has 2 to 6 digits.";

    /// <summary>The number people dial; leading zeros are significant.</summary>
    [JsonPropertyOrder(-90), Required, RegularExpression(NumberPattern, ErrorMessage = NumberRule)]
    public string Number { get; init; } = "";

    [JsonPropertyOrder(-89), Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    [JsonIgnore]
    public override string Key => Number;
}
