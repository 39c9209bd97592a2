using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;

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
}
