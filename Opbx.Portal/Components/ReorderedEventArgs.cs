namespace Opbx.Portal.Components;

/// <summary>A line of a list was dragged to another place.</summary>
public sealed class ReorderedEventArgs : EventArgs
{
    /// <summary>Where it was, from 0.</summary>
    public int From { get; set; }

    public int To { get; set; }
}
