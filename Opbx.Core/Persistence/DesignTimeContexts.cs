using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Opbx.Core.Persistence;

/// <summary>Context for the migrations tool, for the database named by its last argument; no database is opened.</summary>
internal sealed class DesignTimeContexts : IDesignTimeDbContextFactory<OpbxDbContext>
{
    public OpbxDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<OpbxDbContext>();
        options.UseStore(Enum.Parse<DatabaseProvider>(args[^1]), "");
        return new OpbxDbContext(options.Options);
    }
}
