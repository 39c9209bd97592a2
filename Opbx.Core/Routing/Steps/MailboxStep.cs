using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>A person's mailbox by phone, unheard messages first. No PIN, because only their own phone gets there.
/// The list of messages is fixed when the call begins and travels with it, so that new messages do not disturb it.</summary>
internal static class MailboxStep
{
    private const string Again = "1";
    private const string Delete = "3";
    private const string Goodbye = "9";
    private const int MostMessages = 25;
    private const int KeyWait = 4;

    public static Move Enter(Walk walk, string number)
    {
        if (walk.Plan.Extensions.GetValueOrDefault(number) is not UserExtension { Active: true } user)
        {
            walk.Explain("mailbox", null, null, "noMailbox", "Only a person's extension has a mailbox.");
            return walk.SayGoodbye(Sentences.NoMailbox);
        }
        walk.Happened(new MailboxOpened(number));
        var messages = walk.Context.Mailboxes.For(number).Where(m => m.IsHere).OrderBy(m => m.Heard).ThenByDescending(m => m.At).ToList();
        var fresh = messages.Count(m => !m.Heard);
        walk.Explain("mailbox", "extension", number, messages.Count == 0 ? "mailboxEmpty" : "mailbox",
            $"{user.Name} listens to the own mailbox: {Count(fresh, "new message")}, {Count(messages.Count - fresh, "heard one")}.");
        if (messages.Count == 0) return walk.SayGoodbye(Sentences.MailboxEmpty);
        walk.Say($"You have {Count(fresh, "new message")} and {Count(messages.Count - fresh, "old message")}.");
        return Play(walk, number, [.. messages.Take(MostMessages).Select(m => m.Id.ToString("N"))], 0);
    }

    public static Move Resume(Walk walk)
    {
        var (number, order, index) = (walk.State.Key, walk.State.Order ?? [], walk.State.Index);
        switch (walk.Facts.Digits?.Trim())
        {
            case Again:
                return Play(walk, number, order, index);
            case Goodbye:
                return walk.SayGoodbye(Sentences.Goodbye);
            case Delete when index < order.Count && Guid.TryParseExact(order[index], "N", out var message):
                walk.Explain("mailbox", "extension", number, "messageDeleted", "The message was deleted by key.");
                walk.Happened(new MessageDeleted(message));
                walk.Say(Sentences.MessageDeleted);
                break;
        }
        return Play(walk, number, order, index + 1);
    }

    /// <summary>Plays the next message that still exists.</summary>
    private static Move Play(Walk walk, string number, IReadOnlyList<string> order, int index)
    {
        var present = walk.Context.Mailboxes.For(number).Where(m => m.IsHere).ToDictionary(m => m.Id.ToString("N"), StringComparer.Ordinal);
        while (index < order.Count && !present.ContainsKey(order[index])) index++;
        if (index >= order.Count)
        {
            walk.Explain("mailbox", "extension", number, "mailboxEnd", "There are no more messages.");
            return walk.SayGoodbye(Sentences.NoMoreMessages);
        }
        var message = present[order[index]];
        walk.Explain("mailbox", "extension", number, "messagePlayed", $"The message of {Spoken(message)} is played.");
        walk.Happened(new MessageHeard(message.Id));
        Audio Text(string text) => new(text, walk.Plan.Settings.Voice, walk.Plan.Settings.Language, null);
        var prompts =
            new[] { Text(Announce(walk, message)), new Audio(null, null, null, walk.Context.Mailboxes.AudioUrl(message.Id)),
                Text(Sentences.MailboxKeys) };
        return new Move.Stop(
            new AskKeys(prompts, KeyWait, KeyWait, 1, HashEnds: false,
                walk.Next(Wait.Mailbox, number) with { Order = order, Index = index }));
    }

    private static string Announce(Walk walk, MailboxMessage message)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(walk.Plan.Settings.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var at = TimeZoneInfo.ConvertTime(message.At, zone);
        return $"{(message.Heard ? "Message" : "New message")} from {Spoken(message)}, " +
            $"{at.ToString("MMMM d, h:mm tt", CultureInfo.InvariantCulture)}.";
    }

    /// <summary>The caller's name, else the number with its digits separated, so that they are spoken one by one.</summary>
    private static string Spoken(MailboxMessage message)
    {
        if (message.CallerName is { Length: > 0 } name) return name;
        var digits = message.From.TrimStart('+');
        return digits.Length == 0 ? "an unknown caller" : digits.All(char.IsAsciiDigit) ? string.Join(' ', digits.AsEnumerable()) : digits;
    }

    private static string Count(int count, string what) =>
        count switch { 0 => $"no {what}s", 1 => $"one {what}", _ => string.Create(CultureInfo.InvariantCulture, $"{count} {what}s") };
}
