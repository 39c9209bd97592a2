namespace Opbx.Core.Shared;

public enum DatabaseProvider
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,
    /// <summary>A server, named by <c>ConnectionStrings:Opbx</c>.</summary>
    Postgres,
}
