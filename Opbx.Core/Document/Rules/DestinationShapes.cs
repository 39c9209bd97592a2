using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Prompts;

namespace Opbx.Core.Document.Rules;

/// <summary>Destinations and prompts, anywhere in the document, of which exactly one member must be set.</summary>
internal static class DestinationShapes
{
    public static void Check(PbxDocument d, FieldErrors errors)
    {
        foreach (var (i, e) in d.Extensions.Index())
        {
            if (e is not UserExtension user) continue;
            Prompt(user.Voicemail.Greeting, $"/extensions/{i}/voicemail/greeting", errors);
            Destination(user.Forwarding.Always, $"/extensions/{i}/forwarding/always", errors);
            Destination(user.Forwarding.Busy, $"/extensions/{i}/forwarding/busy", errors);
            Destination(user.Forwarding.NoAnswer, $"/extensions/{i}/forwarding/noAnswer", errors);
            Destination(user.Forwarding.Unreachable, $"/extensions/{i}/forwarding/unreachable", errors);
        }
        foreach (var (i, g) in d.RingGroups.Index())
        {
            Prompt(g.Announcement, $"/ringGroups/{i}/announcement", errors);
            Destination(g.Fallback, $"/ringGroups/{i}/fallback", errors);
        }
        foreach (var (i, m) in d.IvrMenus.Index())
        {
            Prompt(m.Prompt, $"/ivrMenus/{i}/prompt", errors);
            Prompt(m.InvalidPrompt, $"/ivrMenus/{i}/invalidPrompt", errors);
            foreach (var (j, o) in m.Options.Index()) Destination(o.Destination, $"/ivrMenus/{i}/options/{j}/destination", errors);
            Destination(m.Invalid, $"/ivrMenus/{i}/invalid", errors);
            Destination(m.NoInput, $"/ivrMenus/{i}/noInput", errors);
            Destination(m.Fallback, $"/ivrMenus/{i}/fallback", errors);
        }
        foreach (var (i, h) in d.BusinessHours.Index())
        {
            Destination(h.Open, $"/businessHours/{i}/open", errors);
            Destination(h.Closed, $"/businessHours/{i}/closed", errors);
            Destination(h.Override?.Destination, $"/businessHours/{i}/override/destination", errors);
            foreach (var (j, x) in h.Exceptions.Index())
            {
                Destination(x.Destination, $"/businessHours/{i}/exceptions/{j}/destination", errors);
                Prompt(x.Prompt, $"/businessHours/{i}/exceptions/{j}/prompt", errors);
            }
        }
        foreach (var (i, n) in d.PhoneNumbers.Index())
        {
            Destination(n.Destination, $"/phoneNumbers/{i}/destination", errors);
            Destination(n.Safety, $"/phoneNumbers/{i}/safety", errors);
        }
    }

    private static void Destination(Destination? destination, string at, FieldErrors errors)
    {
        switch (destination)
        {
            case ExternalDestination external when (external.Number is null) == (external.Sip is null) && !errors.Covers(at + "/number")
                && !errors.Covers(at + "/sip"):
                errors.Add(at, "Give either a phone number or a SIP address.");
                break;
            case AnnouncementDestination announcement:
                Prompt(announcement.Prompt, at + "/prompt", errors);
                Destination(announcement.Then, at + "/then", errors);
                break;
        }
    }

    private static void Prompt(PromptValue? prompt, string at, FieldErrors errors)
    {
        if (prompt is null || errors.Covers(at)) return;
        var given = new[] { prompt.Say, prompt.Play, prompt.Prompt }.Count(p => p is not null);
        if (given != 1 && !new[] { "/say", "/play", "/prompt" }.Any(m => errors.Covers(at + m)))
            errors.Add(at, "Give exactly one of a text to say, an address to play, or a prompt of the library.");
        if (prompt.Say is null && (prompt.Voice ?? prompt.Language) is not null)
            errors.Add(at, "Voice and language belong to a spoken text.");
    }
}
