using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Recordings;

/// <summary>The mailboxes as calls see them.</summary>
public sealed class LiveMailboxes(MailboxIndex mailboxes, AudioLinks links)
{
    public IMailboxes For(Guid pbxId) => new Mailboxes(this, pbxId);

    private sealed class Mailboxes(LiveMailboxes owner, Guid pbxId) : IMailboxes
    {
        public IReadOnlyList<MailboxMessage> For(string extension) => owner.Messages(pbxId, extension);
        public string AudioUrl(Guid message) => owner.Link(message);
    }

    private IReadOnlyList<MailboxMessage> Messages(Guid pbxId, string extension) => mailboxes.For(pbxId, extension);
    private string Link(Guid message) => links.To(message);
}
