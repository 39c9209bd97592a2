using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence;

/// <summary>Early builds reached the schema of the migration <c>Access</c> by four others; only their history is rewritten.</summary>
internal static class SquashedMigrations
{
    private static readonly string[] Others = ["Studio", "Organizations", "SignIn", "ScheduledChanges"];
    private const string Last = "Access";

    /// <summary>Replaces the four by the known migrations, when all of them were applied.</summary>
    public static async Task ReplaceAsync(OpbxDbContext schema, CancellationToken cancel)
    {
        var applied = (await schema.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var others = applied.Where(a => Others.Contains(Name(a), StringComparer.Ordinal)).ToList();
        if (others.Count != Others.Length) return;
        var known = schema.Database.GetMigrations().ToList();
        var reached = known.Take(1 + known.FindIndex(k => Name(k) == Last)).Except(applied, StringComparer.Ordinal).ToList();
        await using var transaction = await schema.Database.BeginTransactionAsync(cancel);
        foreach (var id in others)
            await schema.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = {id}""", cancel);
        foreach (var id in reached)
            await schema.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({id}, {"10.0.0"})""", cancel);
        await transaction.CommitAsync(cancel);
    }

    private static string Name(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
