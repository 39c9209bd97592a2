namespace Opbx.Portal.Components;

/// <summary>A line of a list was dragged to another position.</summary>
public sealed class ReorderedEventArgs : EventArgs
{
    /// <summary>From 0.</summary>
    public int From { get; set; }

    public int To { get; set; }
}
