using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Persistence;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Accepts messages of the platform and answered requests, and stores each with everything that follows from it.</summary>
public sealed class CallInbox(GroupCommitWriter writer, SurroundingsSource surroundings, CallFollowers followers, TimeProvider time)
{
    /// <summary>How long a message may wait for its commit before the platform is asked to send it again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Stores a message of the platform; idempotent.</summary>
    /// <param name="state">The signed state in the request URL; null when it has none.</param>
    public async Task<Receipt> ReceiveAsync(Guid pbxId, Guid organizationId, CallEventSource source, OpenedBody body,
        RouterState? state = null)
    {
        var receipt = await TryReceiveAsync(pbxId, organizationId, source, body, state);
        if (receipt != Receipt.Stored) followers.Metrics.Refused(source);
        return receipt;
    }

    private async Task<Receipt> TryReceiveAsync(Guid pbxId, Guid organizationId, CallEventSource source, OpenedBody body,
        RouterState? state)
    {
        if (Understand(pbxId, organizationId, source, body) is not { } news) return Receipt.NoCall;
        Telemetry.TagSession(news.Token);
        if (state is { Wait: Wait.Message } && state.Session == news.Token)
            news = news with { Mailbox = new MailboxPlace(state.Stage, state.Key) };
        try
        {
            return await StoreAsync(news).WaitAsync(Patience, time) ? Receipt.Stored : Receipt.NotStored;
        }
        catch (TimeoutException)
        {
            return Receipt.NotStored; // it stays queued; when it comes again it is a repeat
        }
    }

    /// <summary>Stores an answered request. True once it is durable; also false when it names no call.</summary>
    public Task<bool> RecordAsync(StageRecord record) => !MessageReader.IsToken(record.Token)
        ? Task.FromResult(false)
        : StoreAsync(new CallNews {
            PbxId = record.PbxId, OrganizationId = record.OrganizationId, Token = record.Token, At = record.At,
            Stage = record
        });

    /// <summary>Stops waiting for a message that the caller may have left before hanging up. True once that is durable.</summary>
    public Task<bool> SettleAsync(Guid pbxId, Guid organizationId, string token) =>
        StoreAsync(new CallNews { PbxId = pbxId, OrganizationId = organizationId, Token = token, At = time.GetUtcNow(), Settled = true });

    /// <summary>Records that the platform still lists the call as active. True once that is durable.</summary>
    public Task<bool> ConfirmAsync(Guid pbxId, Guid organizationId, string token) =>
        StoreAsync(new CallNews { PbxId = pbxId, OrganizationId = organizationId, Token = token, At = time.GetUtcNow() });

    private Task<bool> StoreAsync(CallNews news) => writer.WriteAsync(new CallWrite(news, () => surroundings.For(news.PbxId), followers));

    private CallNews? Understand(Guid pbxId, Guid organizationId, CallEventSource source, OpenedBody body)
    {
        var now = time.GetUtcNow();
        CallNews News(string token, string discriminator)
        {
            var callId = StableId.OfCall(pbxId, token);
            var message = new CallEvent {
                Id = StableId.Create(callId.ToString("N"), source.ToString(), discriminator),
                OrganizationId = organizationId,
                PbxId = pbxId,
                CallId = callId,
                Source = source,
                Discriminator = discriminator.Length <= CallEvent.DiscriminatorLength ? discriminator : MessageReader.Hash(discriminator),
                ReceivedAt = now,
                Body = body.Text,
            };
            return new CallNews { PbxId = pbxId, OrganizationId = organizationId, Token = token, At = now, Message = message };
        }
        var hash = MessageReader.Hash(body);
        return source switch {
            CallEventSource.Session => MessageReader.Session(body, now) is { } update
                ? News(update.Token, update.EventId ?? hash) with { Session = SessionFacts.From(update) } : null,
            CallEventSource.Cdr => MessageReader.Record(body, now) is { } record
                ? News(record.Token, hash) with { Record = RecordFacts.Create(record, hash) } : null,
            CallEventSource.Recording => MessageReader.Recording(body) is { } state
                ? News(state.Token, state.RecordingId is { } id ? $"{id}:{state.Status}" : hash) with { Recording = state } : null,
        };
    }
}
