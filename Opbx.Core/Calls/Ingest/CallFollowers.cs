using Opbx.Core.Calls.Recordings;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Who is told of a call after the commit.</summary>
/// <param name="Outbox">Integrations.</param>
/// <param name="Calls">Live calls, and what is drawn from calls besides.</param>
/// <param name="Recordings">Mailboxes and downloads.</param>
/// <param name="Metrics">How the inbox is doing.</param>
public sealed record CallFollowers(IOutbox Outbox, CommittedCalls Calls, MailboxIndex Recordings, InboxMetrics Metrics);
