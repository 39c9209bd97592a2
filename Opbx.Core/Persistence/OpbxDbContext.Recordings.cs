using Microsoft.EntityFrameworkCore;
using Opbx.Core.Recordings;

namespace Opbx.Core.Persistence;

/// <content>The table of recordings.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Messages in mailboxes and recorded conversations.</summary>
    public DbSet<Recording> Recordings => Set<Recording>();
}
