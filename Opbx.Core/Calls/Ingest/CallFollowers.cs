using Opbx.Core.Calls.Recordings;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Who is told of a call after the commit.</summary>
public sealed record CallFollowers(IOutbox Outbox, IEnumerable<ICallObserver> Observers, MailboxIndex Recordings,
    InboxMetrics Metrics);
