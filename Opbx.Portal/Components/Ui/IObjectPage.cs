namespace Opbx.Portal.Components.Ui;

/// <summary>What the frame around an object's form needs from its page.</summary>
public interface IObjectPage
{
    bool Exists { get; }
    bool IsNew { get; }

    /// <summary>Whether the stored object is inactive.</summary>
    bool Disabled { get; }

    bool Dirty { get; }
    bool MayEdit { get; }

    /// <summary>Why the last attempt to save or delete failed.</summary>
    Failure? Failure { get; }

    /// <summary>Singular, for example "ring group".</summary>
    string Noun { get; }

    string Heading { get; }
    Crumb List { get; }

    Task SaveAsync();

    /// <summary>Asks when, and schedules the change.</summary>
    Task SaveLaterAsync();

    /// <summary>The object's part of the history; null when the person cannot see it.</summary>
    string? HistoryPath { get; }

    /// <summary>Asks before deleting.</summary>
    Task DeleteAsync();
}
