using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>The failures of a receiver since its last success.</summary>
public sealed class ReceiverRecord : ITenantOwned
{
    public Guid IntegrationId { get; set; }
    public Guid OrganizationId { get; set; }

    /// <summary>The first failed attempt after the last success.</summary>
    public DateTimeOffset FailingSince { get; set; }

    public DateTimeOffset LastFailureAt { get; set; }
    public int Failures { get; set; }

    /// <summary>Whether people were told that the integration will be switched off.</summary>
    public bool Warned { get; set; }

    /// <summary>When the integration is switched off if it keeps failing.</summary>
    public DateTimeOffset SwitchedOffAt => FailingSince + ReceiverVerdicts.Patience;
}

internal sealed class ReceiverRecordMapping : IEntityTypeConfiguration<ReceiverRecord>
{
    public void Configure(EntityTypeBuilder<ReceiverRecord> builder)
    {
        builder.ToTable("ReceiverRecords");
        builder.HasKey(r => r.IntegrationId);
        builder.Ignore(r => r.SwitchedOffAt);
    }
}
