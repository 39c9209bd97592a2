using Opbx.Core.Calls.Recordings;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Who is told of a call after the commit.</summary>
/// <param name="Calls">Live calls, and what is drawn from calls besides.</param>
public sealed record CallFollowers(IOutbox Outbox, CommittedCalls Calls, MailboxIndex Recordings, InboxMetrics Metrics);
