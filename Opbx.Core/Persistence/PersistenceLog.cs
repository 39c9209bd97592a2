namespace Opbx.Core.Persistence;

internal static partial class PersistenceLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Upgrading the database: {Count} migrations, the last is {Last}")]
    public static partial void Migrating(this ILogger logger, int count, string last);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was copied to {Path} before its upgrade")]
    public static partial void BackedUp(this ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database cannot be used")]
    public static partial void Unusable(this ILogger logger, Exception fault);
}
