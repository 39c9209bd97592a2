using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Mail;

namespace Opbx.Core.Calls.Voicemail;

public sealed class VoicemailMail(ConfigurationStore configuration, RecordingFiles files, PublicAddress address)
{
    private const long LargestAttachment = 10 * 1024 * 1024;

    public MailMessage For(Recording message)
    {
        var pbx = configuration.Find(message.PbxId)?.Document.Pbx;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(pbx?.TimeZone ?? "", out var known) ? known : TimeZoneInfo.Utc;
        var at = TimeZoneInfo.ConvertTime(message.RecordedAt, zone).ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        var caller = message.From.Length == 0 ? "an unknown caller" : message.CallerName is { } name ? $"{name} ({message.From})"
            : message.From;
        var length = message.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" of {seconds} seconds") : "";
        var attachment = Attachment(message);
        var listen = attachment is null ? "Listen to it" : "It is attached; you can also listen to it";
        var text = $"""
            {caller} left you a message{length} on {at} ({zone.Id}).

            {listen} at {address.For("/voicemail")}, or by dialling {pbx?.FeatureCodes.Voicemail ?? "*97"} from your phone.
            """;
        return new MailMessage(message.MailTo ?? "", $"New message from {caller}", text, attachment);
    }

    private MailAttachment? Attachment(Recording message)
    {
        if (message is not { State: AudioState.Stored, Format: { } format } || message.Bytes > LargestAttachment) return null;
        var path = files.PathOf(message, format);
        return File.Exists(path) ? new MailAttachment(path, "message" + format.Ending(), format.MediaType()) : null;
    }
}
