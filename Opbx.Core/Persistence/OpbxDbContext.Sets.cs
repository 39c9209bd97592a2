using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;
using Opbx.Core.Access.Acting;
using Opbx.Core.Access.Choices;
using Opbx.Core.Configuration;
using Opbx.Core.History;
using Opbx.Core.Pbxs;
using Opbx.Core.ScheduledChanges;

namespace Opbx.Core.Persistence;

/// <content>The tables of access and configuration; calls, Cloudonix and integrations have theirs in files beside this one.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Tenants.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>Who acts for which organization at present.</summary>
    public DbSet<ActingGrant> ActingGrants => Set<ActingGrant>();

    /// <summary>Keys of the REST API.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Phone systems.</summary>
    public DbSet<Pbx> Pbxs => Set<Pbx>();

    /// <summary>Configured objects.</summary>
    public DbSet<ObjectRow> ConfiguredObjects => Set<ObjectRow>();

    /// <summary>What people chose on pages.</summary>
    public DbSet<UserChoice> UserChoices => Set<UserChoice>();

    /// <summary>Changes that happen by themselves at a time.</summary>
    public DbSet<ScheduledChange> ScheduledChanges => Set<ScheduledChange>();

    /// <summary>Who changed what.</summary>
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
}
