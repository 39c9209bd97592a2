using Opbx.Core.Calls.Recordings;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Notified about a call after the commit.</summary>
/// <param name="Calls">Live calls and other state derived from calls.</param>
public sealed record CallFollowers(IOutbox Outbox, CommittedCalls Calls, MailboxIndex Recordings, InboxMetrics Metrics);
