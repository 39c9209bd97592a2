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

/// <summary>What follows from a receiver's failures.</summary>
public enum ReceiverVerdict
{
    Fine,

    /// <summary>People should be told.</summary>
    Warn,

    SwitchOff,
}

/// <summary>When an integration is switched off because its receiver only fails: after 5 days without success with at least 20 failures that lie 12 hours apart. Half way people are told.</summary>
public static class ReceiverVerdicts
{
    /// <summary>How long it may fail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    private const int Fewest = 20;
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);

    /// <summary>Judges.</summary>
    public static ReceiverVerdict Judge(ReceiverRecord record, DateTimeOffset now)
    {
        var (failing, span) = (now - record.FailingSince, record.LastFailureAt - record.FailingSince);
        if (failing >= Patience && record.Failures >= Fewest && span >= Apart) return ReceiverVerdict.SwitchOff;
        return !record.Warned && failing >= Patience / 2 && record.Failures >= Fewest / 2 && span >= Apart / 2 ? ReceiverVerdict.Warn : ReceiverVerdict.Fine;
    }
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
