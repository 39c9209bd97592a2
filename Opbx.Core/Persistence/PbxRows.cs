using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Finds a PBX's rows by walking the model, so that no table is missed.</summary>
internal static class PbxRows
{
    private static readonly MethodInfo DeleteOne = typeof(PbxRows)
        .GetMethod(nameof(DeleteFromAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Call it within a transaction.</summary>
    public static async Task DeleteAsync(OpbxDbContext db, Guid pbxId, CancellationToken cancel)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(IPbxOwned).IsAssignableFrom(e.ClrType)))
            await (Task)DeleteOne.MakeGenericMethod(entity.ClrType).Invoke(null, [db, pbxId, cancel])!;
    }

    private static Task DeleteFromAsync<T>(OpbxDbContext db, Guid pbxId, CancellationToken cancel)
        where T : class, IPbxOwned => db.Set<T>().Where(r => r.PbxId == pbxId).ExecuteDeleteAsync(cancel);
}
