using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>A feature whose rows must follow the configuration: mailboxes, linked people, events of integrations.</summary>
public interface IConfigurationObserver
{
    /// <summary>Adds rows that are stored in the same transaction. Must not save.</summary>
    Task SavingAsync(OpbxDbContext db, ConfigurationChange change, CancellationToken cancel);

    /// <summary>Called after the commit; must be quick and must not throw.</summary>
    void Saved()
    {
    }
}

/// <summary>A change that is about to be stored.</summary>
/// <param name="After">With its new version.</param>
public sealed record ConfigurationChange(PbxSnapshot Before, PbxSnapshot After, IReadOnlyList<ObjectChange> Changes, DateTimeOffset At);
