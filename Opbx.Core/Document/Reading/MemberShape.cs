using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Opbx.Core.Document.Reading;

/// <summary>The declaration of a record's member.</summary>
internal sealed class MemberShape
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, MemberShape>> Cache = new();

    private MemberShape(JsonPropertyInfo property)
    {
        Property = property;
        Name = property.Name;
        Attributes = property.AttributeProvider?.GetCustomAttributes(inherit: true).OfType<Attribute>().ToList() ?? [];
        Required = Attributes.OfType<RequiredAttribute>().Any();
        Rules = [.. Attributes.OfType<ValidationAttribute>().Where(a => a is not RequiredAttribute)];
        OwnConverter = Attributes.OfType<JsonConverterAttribute>().Any();
        Nullable = property.AttributeProvider is PropertyInfo declared && new NullabilityInfoContext()
            .Create(declared).WriteState == NullabilityState.Nullable;
    }

    public JsonPropertyInfo Property { get; }
    public string Name { get; }
    public IReadOnlyList<Attribute> Attributes { get; }
    public bool Required { get; }
    public bool Nullable { get; }
    public bool OwnConverter { get; }
    public IReadOnlyList<ValidationAttribute> Rules { get; }

    public static IReadOnlyDictionary<string, MemberShape> For(JsonTypeInfo info) =>
        Cache.GetOrAdd(info.Type, _ => info.Properties.Where(p => p.Set is not null)
            .ToDictionary(p => p.Name, p => new MemberShape(p), StringComparer.Ordinal));
}
