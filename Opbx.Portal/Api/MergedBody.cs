using System.Text.Json;
using Opbx.Core.Document.Reading;

namespace Opbx.Portal.Api;

/// <summary>A body with only some members; the others keep their current values.</summary>
internal static class MergedBody
{
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpContext context, T present, CancellationToken cancel)
        where T : class
    {
        var (sent, problem) = await ApiBody.ElementAsync(context, cancel);
        if (sent is null) return (null, problem);
        using (sent)
        {
            using var kept = JsonDocument.Parse(DocumentJson.Write(present));
            using var merged = JsonDocument.Parse(Merge(kept.RootElement, sent.RootElement));
            var errors = new FieldErrors();
            var value = StrictReader.Read<T>(merged.RootElement, errors);
            return errors.IsEmpty ? (value, null) : (null, Problems.From(Failure.Invalid(errors)));
        }
    }

    /// <summary>Overlays the sent members. As text, so that the strict reader sees exactly what was sent, duplicates included.</summary>
    internal static string Merge(JsonElement present, JsonElement sent)
    {
        var named = sent.EnumerateObject().Select(ScalarReader.Name).ToHashSet(StringComparer.Ordinal);
        var kept = present.EnumerateObject().Where(member => !named.Contains(member.Name)).Select(member => member.ToString());
        var inner = sent.GetRawText().Trim()[1..^1];
        return $"{{{string.Join(',', string.IsNullOrWhiteSpace(inner) ? kept : kept.Append(inner))}}}";
    }
}
