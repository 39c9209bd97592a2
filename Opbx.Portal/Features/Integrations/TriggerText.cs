using Opbx.Core.Document.Integrations;

namespace Opbx.Portal.Features.Integrations;

internal static class TriggerText
{
    public static string For(Trigger trigger) => trigger switch {
        Trigger.UserCreated => "User created",
        Trigger.UserDeleted => "User deleted",
        Trigger.UserModified => "User modified",
        Trigger.InboundCallReceived => "Inbound call received",
        Trigger.InboundCallAnswered => "Inbound call answered",
        Trigger.OutboundCallPlaced => "Outbound call placed",
        Trigger.IvrCallReceived => "IVR call received",
        Trigger.IvrOptionSelected => "IVR option selected",
        Trigger.CallEnded => "Call ended",
        Trigger.CallMissed => "Call missed",
        Trigger.VoicemailReceived => "Voicemail received",
        Trigger.RecordingReady => "Recording ready",
        Trigger.ConfigurationChanged => "Configuration changed",
        Trigger.SystemAlert => "System alert",
    };

    /// <summary>The triggers of a scope, in their order.</summary>
    public static IEnumerable<Trigger> Offered(bool account) => Enum.GetValues<Trigger>().Where(t => Triggers.IsAccount(t) == account);
}
