using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document.Reading;
using Opbx.Core.Document.Settings;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.ScheduledChanges;

/// <summary>A change to schedule, in the API.</summary>
internal sealed record ScheduleBody
{
    [Required, StringLength(ScheduledChange.LongestTitle, MinimumLength = 2)]
    public string Title { get; init; } = "";

    [Required]
    public DateTimeOffset? From { get; init; }

    /// <summary>When the old values are restored.</summary>
    public DateTimeOffset? Until { get; init; }

    [Required, MaxLength(50)]
    public IReadOnlyList<ObjectBody> Changes { get; init; } = [];

    /// <summary>The wanted document, or what is wrong with the changes.</summary>
    public Result<PbxDocument> Wanted(PbxDocument document)
    {
        var errors = new FieldErrors();
        foreach (var (index, change) in Changes.Index()) document = change.Apply(document, JsonPointer.Item("/changes", index), errors);
        return errors.IsEmpty ? document : Failure.Invalid(errors);
    }

    internal sealed record ObjectBody
    {
        /// <summary>Its list as named in the document, or <c>pbx</c>.</summary>
        [Required, StringLength(40)]
        public string Kind { get; init; } = "";

        /// <summary>Absent for an object that is created.</summary>
        [StringLength(100)]
        public string? Key { get; init; }

        /// <summary>The members that change; the others stay.</summary>
        public JsonElement? Value { get; init; }

        /// <summary>Whether the object is deleted instead.</summary>
        public bool Remove { get; init; }

        public PbxDocument Apply(PbxDocument document, string at, FieldErrors errors)
        {
            if (Kind == DocumentDiff.SettingsKind)
                return Read<PbxSettings>(DocumentJson.Write(document.Pbx), at, errors) is { } settings ? document with { Pbx = settings }
                    : document;
            if (ObjectKind.All.FirstOrDefault(k => k.Name == Kind && k != ObjectKind.GoldenCalls) is not { } kind)
                return Wrong("/kind", "This is no list of the document.");
            var present = Key is null ? null : document.Find(kind, Key);
            if (Key is not null && present is null) return Wrong("/key", $"There is no {kind.Noun} \"{Key}\".");
            if (Remove) return present is null ? Wrong("/key", "Say which one.")
                : kind.Write(document, kind.Read(document).Where(o => o.Key != Key));
            if (Read(kind.Type, present is null ? "{}" : DocumentJson.Write(kind, present), at, errors) is not ConfiguredObject value)
                return document;
            if (present is null)
                return document.Find(kind, value.Key) is null ? kind.Write(document, kind.Read(document).Append(value))
                    : Wrong("/value", $"There is another {kind.Noun} \"{value.Key}\".");
            return value.Key == Key ? kind.Write(document, kind.Read(document).Select(o => o.Key == Key ? value : o))
                : Wrong("/value", "Numbers and names are changed at once only.");

            PbxDocument Wrong(string member, string sentence)
            {
                errors.Add(at + member, sentence);
                return document;
            }
        }

        private T? Read<T>(string present, string at, FieldErrors errors)
            where T : class => (T?)Read(typeof(T), present, at, errors);

        private object? Read(Type type, string present, string at, FieldErrors errors)
        {
            if (Value is not { ValueKind: JsonValueKind.Object } sent)
            {
                errors.Add(at + "/value", "This must be an object.");
                return null;
            }
            using var kept = JsonDocument.Parse(present);
            using var merged = JsonDocument.Parse(MergedBody.Merge(kept.RootElement, sent));
            var found = new FieldErrors();
            var value = StrictReader.Read(type, merged.RootElement, found, at + "/value");
            foreach (var (pointer, sentences) in found.ByPointer)
                foreach (var sentence in sentences) errors.Add(pointer, sentence);
            return found.IsEmpty ? value : null;
        }
    }
}
