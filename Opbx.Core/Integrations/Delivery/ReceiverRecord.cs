using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>What is remembered of a receiver that fails: since when and how often, until it takes something again.</summary>
public sealed class ReceiverRecord : ITenantOwned
{
    public Guid IntegrationId { get; set; }
    public Guid OrganizationId { get; set; }

    /// <summary>When the first attempt failed after the last one that was taken.</summary>
    public DateTimeOffset FailingSince { get; set; }

    /// <summary>When the last attempt failed.</summary>
    public DateTimeOffset LastFailureAt { get; set; }

    /// <summary>Failed attempts in that time.</summary>
    public int Failures { get; set; }

    /// <summary>Whether people were told that it will be switched off.</summary>
    public bool Warned { get; set; }

    /// <summary>When it is switched off if it goes on failing.</summary>
    public DateTimeOffset SwitchedOffAt => FailingSince + ReceiverVerdicts.Patience;
}

/// <summary>Table of receivers that fail.</summary>
internal sealed class ReceiverRecordMapping : IEntityTypeConfiguration<ReceiverRecord>
{
    public void Configure(EntityTypeBuilder<ReceiverRecord> builder)
    {
        builder.ToTable("ReceiverRecords");
        builder.HasKey(r => r.IntegrationId);
        builder.Ignore(r => r.SwitchedOffAt);
    }
}
