using System.Text.Json;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Calls;

internal static class CallLogText
{
    public static string For(Disposition disposition) => disposition switch {
        Disposition.Answered => "Answered",
        Disposition.Missed => "Missed",
        Disposition.Busy => "Busy",
        Disposition.Failed => "Failed",
        Disposition.Voicemail => "Voicemail",
        Disposition.Blocked => "Blocked",
        Disposition.Canceled => "Caller gave up",
    };

    public static string IconOf(Disposition disposition) => disposition switch {
        Disposition.Answered => "check_circle",
        Disposition.Missed => "phone_missed",
        Disposition.Busy => "phone_paused",
        Disposition.Failed => "error",
        Disposition.Voicemail => "voicemail",
        Disposition.Blocked => "block",
        Disposition.Canceled => "phone_disabled",
    };

    public static Tone ToneOf(Disposition disposition) => disposition switch {
        Disposition.Answered => Tone.Good,
        Disposition.Missed => Tone.Warning,
        Disposition.Failed => Tone.Bad,
        Disposition.Voicemail => Tone.Info,
        Disposition.Busy or Disposition.Blocked or Disposition.Canceled => Tone.Neutral,
    };

    public static string For(CallState state) => state switch {
        CallState.New => "Starting",
        CallState.Speaking => "Hearing an announcement",
        CallState.InMenu => "In a menu",
        CallState.Ringing => "Ringing",
        CallState.LeavingMessage => "At a mailbox",
        CallState.InConference => "In a conference",
        CallState.Connected => "Talking",
        CallState.Ended => "Over",
    };

    public static string IconOf(CallState state) => state switch {
        CallState.New => "call",
        CallState.Speaking => "volume_up",
        CallState.InMenu => "dialpad",
        CallState.Ringing => "ring_volume",
        CallState.LeavingMessage => "voicemail",
        CallState.InConference => "groups",
        CallState.Connected => "phone_in_talk",
        CallState.Ended => "call_end",
    };

    public static Tone ToneOf(CallState state) => state switch {
        CallState.Connected or CallState.InConference => Tone.Good,
        CallState.Ended => Tone.Neutral,
        CallState.New or CallState.Speaking or CallState.InMenu or CallState.Ringing or CallState.LeavingMessage => Tone.Info,
    };

    public static string For(CallDirection direction) => direction switch {
        CallDirection.Inbound => "Inbound",
        CallDirection.Outbound => "Outbound",
        CallDirection.Internal => "Internal",
    };

    public static string IconOf(CallDirection direction) => direction switch {
        CallDirection.Inbound => "call_received",
        CallDirection.Outbound => "call_made",
        CallDirection.Internal => "sync_alt",
    };

    public static string IconOf(TraceStep step) => step.Node?.Type switch {
        "extension" => "person",
        "ringGroup" => "group",
        "ivr" => "dialpad",
        "businessHours" => "schedule",
        "phoneNumber" => "call",
        "conference" => "groups",
        "voicemail" => "voicemail",
        _ => "arrow_forward",
    };

    public static IReadOnlyList<string> Stations(string path) => JsonSerializer.Deserialize<List<string>>(path) ?? [];

    /// <summary>The stations after the dialled number; null when there are none.</summary>
    public static string? Way(CallSummary call) =>
        Stations(call.Path).Where(s => s != call.To && s != call.PhoneNumber).ToList() is { Count: > 0 } way ? string.Join(" > ", way)
            : null;

    /// <summary>A message of the platform, with its status.</summary>
    public static string For(EventDetail message) => message.Source switch {
        CallEventSource.Session => StatusOf(message.Body) is { } status ? $"Session: {status}" : "Session",
        CallEventSource.Cdr => "Call record",
        CallEventSource.Recording => "Recording",
    };

    private static string? StatusOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1) root = root[0];
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.String ? status.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // a form
        }
    }

    /// <summary>Whether the person can block the caller of this call, and there is one to block.</summary>
    public static bool MayBlock(CallSummary call, PortalSession session) =>
        call.Direction == CallDirection.Inbound && call.Disposition != Disposition.Blocked && call.From.Length > 0
            && session.May(Permission.EditConfiguration);

    /// <summary>The full number when it is one of the PBX's.</summary>
    public static string Dialled(CallSummary call) => call.PhoneNumber ?? call.To;
}
