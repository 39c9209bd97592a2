using Opbx.Core.Routing;

namespace Opbx.Tests.Routing.Chance;

/// <summary>The same few messages in every mailbox, from strange callers.</summary>
internal sealed class RandomMailboxes : IMailboxes
{
    private readonly IReadOnlyList<MailboxMessage> _messages;

    public RandomMailboxes(Random chance)
    {
        var id = new byte[16];
        chance.NextBytes(id);
        _messages = [.. Enumerable.Range(0, chance.Next(4))
            .Select(i => new MailboxMessage(new Guid([.. id[..15], (byte)i]), RandomTexts.Any(chance), chance.Next(2) == 0
                ? RandomTexts.Any(chance)
                : null, DateTimeOffset.UnixEpoch.AddDays(chance.Next(20_000)), chance.Next(2) == 0, chance.Next(4) > 0))];
    }

    public IReadOnlyList<MailboxMessage> For(string extension) => _messages;

    public string AudioUrl(Guid message) => $"https://pbx.example/audio/{message:N}";
}
