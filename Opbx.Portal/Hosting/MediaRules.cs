using MimeKit;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Mail;
using Opbx.Core.Retention;

namespace Opbx.Portal.Hosting;

/// <summary>Rules for the start-up configuration of recordings, retention and mail.</summary>
internal static class MediaRules
{
    private const int MostDays = 36500;
    private const int MostMegabytes = 10_000;

    public static void CheckRecordings(RecordingOptions recordings, List<string> faults)
    {
        foreach (var (host, index) in recordings.Hosts.Select((h, i) => (h, i)))
        {
            if (Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown)
                faults.Add($"Recordings__Hosts__{index} must be a host name such as media.example.com, or *.example.com for all below it.");
        }
        if (recordings.KeepDays is < 0 or > MostDays)
            faults.Add("Recordings__KeepDays must be a number of days, or 0 to keep recordings for ever.");
        if (recordings.KeepMessageDays is < 0 or > MostDays)
            faults.Add("Recordings__KeepMessageDays must be a number of days, or 0 to keep messages for ever.");
        if (recordings.MostMegabytes is < 1 or > MostMegabytes) faults.Add($"Recordings__MostMegabytes must be from 1 to {MostMegabytes}.");
    }

    public static void CheckRetention(RetentionOptions retention, List<string> faults)
    {
        (string Name, int Days, string What)[] kinds =
        [
            (nameof(RetentionOptions.CallDays), retention.CallDays, "calls"),
            (nameof(RetentionOptions.EventDays), retention.EventDays, "events"),
            (nameof(RetentionOptions.DeliveryDays), retention.DeliveryDays, "deliveries"),
            (nameof(RetentionOptions.RawBodyDays), retention.RawBodyDays, "messages as they came"),
        ];
        faults.AddRange(kinds.Where(k => k.Days is < 0 or > MostDays)
            .Select(k => $"Retention__{k.Name} must be a number of days, or 0 to keep {k.What} for ever."));
    }

    public static void CheckMail(MailOptions mail, List<string> faults)
    {
        if (mail.Host.Length == 0)
        {
            if (mail.From.Length + mail.UserName.Length + mail.Password.Length > 0)
                faults.Add("Mail__Host is missing: name the mail server, or remove the other settings of Mail.");
            return;
        }
        if (Uri.CheckHostName(mail.Host) == UriHostNameType.Unknown)
            faults.Add("Mail__Host must be the name or the address of a mail server, for example smtp.example.com.");
        if (mail.Port is < 1 or > 65535) faults.Add("Mail__Port must be from 1 to 65535.");
        if (!MailboxAddress.TryParse(mail.From, out var from) || from.Domain.Length == 0)
            faults.Add("Mail__From must be the address mail is sent from, for example pbx@example.com.");
    }
}
