using Microsoft.EntityFrameworkCore;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Notices;

namespace Opbx.Core.Persistence;

/// <content>The tables of integrations.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Facts that integrations tell.</summary>
    public DbSet<IntegrationEvent> IntegrationEvents => Set<IntegrationEvent>();

    /// <summary>Events to be sent to integrations.</summary>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <summary>Tries of deliveries.</summary>
    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    /// <summary>Receivers that fail.</summary>
    public DbSet<ReceiverRecord> ReceiverRecords => Set<ReceiverRecord>();

    /// <summary>What people are told.</summary>
    public DbSet<Notice> Notices => Set<Notice>();
}
