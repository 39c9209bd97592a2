using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Live;
using Opbx.Core.Screening;

namespace Opbx.Core.Persistence;

/// <content>The tables of calls.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Calls, live and over.</summary>
    public DbSet<Call> Calls => Set<Call>();

    /// <summary>Answered requests of calls, with the documents that were sent.</summary>
    public DbSet<CallStage> CallStages => Set<CallStage>();

    /// <summary>The platform's messages as they came.</summary>
    public DbSet<CallEvent> CallEvents => Set<CallEvent>();

    /// <summary>When each extension last answered.</summary>
    public DbSet<LastAnswer> LastAnswers => Set<LastAnswer>();

    /// <summary>Positions of round-robin groups.</summary>
    public DbSet<GroupPosition> GroupPositions => Set<GroupPosition>();

    /// <summary>How often blocked callers were turned away.</summary>
    public DbSet<BlockedHit> BlockedHits => Set<BlockedHit>();
}
