using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;

namespace Opbx.Core.Persistence;

/// <content>The tables of pairing and synchronization.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Pairings of PBXs with domains.</summary>
    public DbSet<Pairing> Pairings => Set<Pairing>();

    /// <summary>SIP accounts at Cloudonix.</summary>
    public DbSet<Subscriber> Subscribers => Set<Subscriber>();
}
