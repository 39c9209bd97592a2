using System.Text.Json;
using System.Text.Json.Nodes;
using Opbx.Core.Audit;

namespace Opbx.Portal.Features.History;

/// <summary>A member that a change touched, for people.</summary>
/// <param name="Name">Its path within the object.</param>
/// <param name="Before">Null when it had no value.</param>
public sealed record ChangedMember(string Name, string? Before, string? After)
{
    private static readonly JsonSerializerOptions Readable = new(DocumentJson.Options) { WriteIndented = true };

    /// <summary>The members that differ, or all that had a value when the object was created or deleted.</summary>
    public static IReadOnlyList<ChangedMember> From(HistoryEntry entry) => From(entry.Before, entry.After);

    public static IReadOnlyList<ChangedMember> From(string? before, string? after)
    {
        if (before is not null && after is not null)
            return [.. DocumentDiff.Members([new ObjectChange(null, before, after, "", "", 0)]).Select(From)];
        return (before ?? after) is { } only && JsonNode.Parse(only) is JsonObject members
            ? [.. members.Where(m => m.Value is not null)
            .Select(m => new ChangedMember(m.Key, before is null ? null : Text(m.Value), before is null ? Text(m.Value) : null))]
            : [];
    }

    public static ChangedMember From(MemberChange change) => new(NameOf(change.Path), Text(change.Before), Text(change.After));
    public override string ToString() => $"{Name}: {Line(Before)} becomes {Line(After)}";

    private static string NameOf(string path) => path.StartsWith("/pbx/", StringComparison.Ordinal) ? path[5..]
        .Replace("/", ", ", StringComparison.Ordinal) : path.TrimStart('/').Replace("/", ", ", StringComparison.Ordinal);

    private static string? Text(JsonNode? value) => value switch {
        null => null,
        JsonValue plain when plain.TryGetValue<string>(out var text) => text.Length == 0 ? "(empty)" : text,
        _ => value.ToJsonString(Readable),
    };

    private static string Line(string? text)
    {
        var line = string.Join(' ', (text ?? "none").Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 80 ? line : line[..80] + " ...";
    }
}
