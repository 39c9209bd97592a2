using Microsoft.EntityFrameworkCore;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations;

public static class IntegrationTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<IntegrationEvent> IntegrationEvents => db.Set<IntegrationEvent>();
        public DbSet<WebhookDelivery> WebhookDeliveries => db.Set<WebhookDelivery>();
        public DbSet<DeliveryAttempt> DeliveryAttempts => db.Set<DeliveryAttempt>();
        public DbSet<ReceiverRecord> ReceiverRecords => db.Set<ReceiverRecord>();
    }
}
