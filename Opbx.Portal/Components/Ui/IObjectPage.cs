namespace Opbx.Portal.Components.Ui;

/// <summary>What the frame around an object's form needs to know of its page.</summary>
public interface IObjectPage
{
    /// <summary>Whether there is an object to show.</summary>
    bool Exists { get; }

    /// <summary>Whether it is not stored yet.</summary>
    bool IsNew { get; }

    /// <summary>Whether the stored object is switched off.</summary>
    bool Disabled { get; }

    /// <summary>Whether something was changed.</summary>
    bool Dirty { get; }

    /// <summary>Whether the person may change it.</summary>
    bool MayEdit { get; }

    /// <summary>Why the last attempt to save or delete did not work.</summary>
    Failure? Failure { get; }

    /// <summary>What one is called, for example "ring group".</summary>
    string Noun { get; }

    string Heading { get; }
    Crumb List { get; }

    Task SaveAsync();

    /// <summary>Asks when, and lets the change happen by itself then.</summary>
    Task SaveLaterAsync();

    /// <summary>The object's part of the history; null when the person may not see it.</summary>
    string? HistoryPath { get; }

    /// <summary>Deletes after asking.</summary>
    Task DeleteAsync();
}
