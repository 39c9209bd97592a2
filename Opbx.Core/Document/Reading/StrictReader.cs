using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Opbx.Core.Document.Reading;

/// <summary>Reads JSON into a record and reports all errors at once, by JSON pointer: unknown or missing members, types, limits.
/// The record's declaration is the schema: its members, their types and their validation attributes.
/// Invalid parts are omitted so that the rest is still checked; the result is only usable when no error was added.</summary>
public static class StrictReader
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Errors go to <paramref name="errors"/> below <paramref name="pointer"/>.</summary>
    public static T Read<T>(JsonElement element, FieldErrors errors, string pointer = "")
        where T : class => (T)Read(typeof(T), element, errors, pointer);

    public static object Read(Type type, JsonElement element, FieldErrors errors, string pointer = "")
    {
        var node = Visit(type, element, pointer, errors) ?? StandIn(type);
        return node.Deserialize(type, DocumentJson.Options)!;
    }

    private static JsonNode? Visit(Type type, JsonElement element, string pointer, FieldErrors errors)
    {
        var info = DocumentJson.Options.GetTypeInfo(type);
        return info.Kind switch {
            JsonTypeInfoKind.Object => VisitObject(info, element, pointer, errors),
            JsonTypeInfoKind.Enumerable => VisitList(info.ElementType!, element, pointer, errors),
            JsonTypeInfoKind.Dictionary => VisitDictionary(element, pointer, errors),
            _ => ScalarReader.Visit(type, element, pointer, errors),
        };
    }

    private static JsonObject? VisitObject(JsonTypeInfo info, JsonElement element, string pointer, FieldErrors errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(pointer, "This must be an object.");
            return null;
        }
        if (info.PolymorphismOptions is not { } union) return VisitMembers(info, element, null, pointer, errors);

        var discriminator = union.TypeDiscriminatorPropertyName;
        var names = union.DerivedTypes.Select(d => (string)d.TypeDiscriminator!).ToList();
        var name = element.TryGetProperty(discriminator, out var given) && given.ValueKind == JsonValueKind.String
            ? ScalarReader.Text(given) : null;
        var chosen = names.IndexOf(name ?? "");
        if (chosen < 0)
        {
            errors.Add(JsonPointer.Member(pointer, discriminator), $"The type must be one of: {string.Join(", ", names)}.");
            return null;
        }
        var derived = DocumentJson.Options.GetTypeInfo(union.DerivedTypes[chosen].DerivedType);
        var result = VisitMembers(derived, element, discriminator, pointer, errors);
        var tagged = new JsonObject { [discriminator] = name };
        foreach (var (key, value) in result.ToList())
        {
            result.Remove(key);
            tagged[key] = value;
        }
        return tagged;
    }

    private static JsonObject VisitMembers(JsonTypeInfo info, JsonElement element, string? discriminator, string pointer,
        FieldErrors errors)
    {
        var result = new JsonObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var name = ScalarReader.Name(member);
            var at = JsonPointer.Member(pointer, name);
            if (!seen.Add(name)) errors.Add(at, "This member appears twice.");
            else if (name == discriminator) continue;
            else if (MemberShape.For(info).GetValueOrDefault(name) is not { } shape) errors.Add(at, "This member is not known here.");
            else if (VisitMember(shape, member.Value, at, errors) is { } value) result[name] = value;
        }
        foreach (var shape in MemberShape.For(info).Values.Where(s => s.Required && !seen.Contains(s.Name)))
            errors.Add(JsonPointer.Member(pointer, shape.Name), "This is required.");
        return result;
    }

    private static JsonNode? VisitMember(MemberShape shape, JsonElement element, string pointer, FieldErrors errors)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            if (!shape.Nullable) errors.Add(pointer, shape.Required ? "This is required." : "This must not be null.");
            return null;
        }
        var isEmpty = element.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(ScalarReader.Text(element));
        if (isEmpty && (shape.Required || shape.Rules.OfType<StringLengthAttribute>().Any(r => r.MinimumLength > 0)))
        {
            errors.Add(pointer, shape.Required ? "This is required." : "This must not be empty.");
            return null;
        }
        var node = shape.OwnConverter ? ScalarReader.VisitConverted(shape.Property.PropertyType, shape.Attributes, element, pointer, errors)
            : Visit(shape.Property.PropertyType, element, pointer, errors);
        if (node is not null)
        {
            foreach (var rule in shape.Rules)
                if (!Holds(rule, Comparable(node, shape.Property.PropertyType))) errors.Add(pointer, Sentence(rule, shape.Name));
        }
        return node;
    }

    /// <summary>Whether the value is valid. The framework's pattern attribute accepts every empty text.</summary>
    private static bool Holds(ValidationAttribute rule, object? value) =>
        rule is RegularExpressionAttribute pattern && value is "" ? Regex.IsMatch("", pattern.Pattern, RegexOptions.None, PatternTime)
            : rule.IsValid(value);

    private static string Sentence(ValidationAttribute rule, string name) => rule switch {
        RangeAttribute { ErrorMessage: null } range => $"This must be between {range.Minimum} and {range.Maximum}.",
        StringLengthAttribute { ErrorMessage: null, MinimumLength: 0 } length =>
            $"This must have at most {length.MaximumLength} characters.",
        StringLengthAttribute { ErrorMessage: null } length =>
            $"This must have {length.MinimumLength} to {length.MaximumLength} characters.",
        MaxLengthAttribute { ErrorMessage: null } length => $"There can be at most {length.Length} of these.",
        _ => rule.FormatErrorMessage(name),
    };

    private static object? Comparable(JsonNode node, Type type) => node switch {
        JsonArray list => new object[list.Count],
        JsonObject map => new object[map.Count],
        _ => node.Deserialize(type, DocumentJson.Options),
    };

    private static JsonArray? VisitList(Type item, JsonElement element, string pointer, FieldErrors errors)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            errors.Add(pointer, "This must be a list.");
            return null;
        }
        var list = new JsonArray();
        foreach (var (index, value) in element.EnumerateArray().Index())
        {
            var at = JsonPointer.Item(pointer, index);
            if (value.ValueKind == JsonValueKind.Null) errors.Add(at, "This must not be null.");
            // A stand-in preserves the indexes of the items after it.
            list.Add((value.ValueKind == JsonValueKind.Null ? null : Visit(item, value, at, errors)) ?? StandIn(item));
        }
        return list;
    }

    private static JsonObject? VisitDictionary(JsonElement element, string pointer, FieldErrors errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(pointer, "This must be an object.");
            return null;
        }
        var result = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            var name = ScalarReader.Name(member);
            if (ScalarReader.Visit(typeof(string), member.Value, JsonPointer.Member(pointer, name), errors) is { } value)
                result[name] = value;
        }
        return result;
    }

    private static JsonNode StandIn(Type type)
    {
        var info = DocumentJson.Options.GetTypeInfo(type);
        if (info.PolymorphismOptions is { } union)
            return new JsonObject { [union.TypeDiscriminatorPropertyName] = (string)union.DerivedTypes[0].TypeDiscriminator! };
        return info.Kind switch {
            JsonTypeInfoKind.Enumerable => new JsonArray(),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => new JsonObject(),
            _ => ScalarReader.StandIn(type),
        };
    }
}
