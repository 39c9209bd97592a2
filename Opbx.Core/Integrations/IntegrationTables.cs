using Microsoft.EntityFrameworkCore;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations;

/// <summary>Tables of events and their deliveries.</summary>
public static class IntegrationTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>Events that integrations are notified of.</summary>
        public DbSet<IntegrationEvent> IntegrationEvents => db.Set<IntegrationEvent>();

        /// <summary>Events to be sent to integrations.</summary>
        public DbSet<WebhookDelivery> WebhookDeliveries => db.Set<WebhookDelivery>();

        /// <summary>Attempts of deliveries.</summary>
        public DbSet<DeliveryAttempt> DeliveryAttempts => db.Set<DeliveryAttempt>();

        /// <summary>Receivers that fail.</summary>
        public DbSet<ReceiverRecord> ReceiverRecords => db.Set<ReceiverRecord>();
    }
}
