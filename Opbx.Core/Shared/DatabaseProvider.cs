namespace Opbx.Core.Shared;

/// <summary>The kind of database.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, named by <c>ConnectionStrings:Opbx</c>.</summary>
    Postgres,
}
