using Opbx.Core.Calls.Recordings;

namespace Opbx.Portal.Features.Recordings;

/// <summary>What lists of audio share: order, names, sentences.</summary>
internal static class RecordingText
{
    public static RecordingQuery Query(RecordingKind kind, ListQuery query) => new(kind) {
        Search = query.Search,
        Order = query.Sort switch {
            "from" => RecordingOrder.From,
            "extension" => RecordingOrder.Extension,
            "length" => RecordingOrder.Length,
            _ => RecordingOrder.Time
        },
        Reversed = query.Descending,
        Skip = query.Skip,
        Take = query.Take,
    };

    public static string PlayerId(RecordingView recording) => $"audio-{recording.Id:N}";
}
