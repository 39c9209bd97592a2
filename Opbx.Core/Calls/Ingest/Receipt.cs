namespace Opbx.Core.Calls.Ingest;

/// <summary>What became of a message.</summary>
public enum Receipt
{
    Stored,
    NoCall,
    /// <summary>The store is unavailable or too slow: the sender should try again.</summary>
    NotStored,
}
