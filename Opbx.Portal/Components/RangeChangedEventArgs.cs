namespace Opbx.Portal.Components;

/// <summary>Hours were drawn, moved, resized or removed on the picture of a week. Days count from Monday as 0.</summary>
public sealed class RangeChangedEventArgs : EventArgs
{
    /// <summary>The day they belong to; for new ones the day they are drawn on.</summary>
    public int Day { get; set; }

    /// <summary>Their place on that day; -1 for new ones.</summary>
    public int Index { get; set; }

    /// <summary>The day they belong to now.</summary>
    public int ToDay { get; set; }

    /// <summary>Their start, in minutes of that day.</summary>
    public int Start { get; set; }

    /// <summary>Their end; beyond 1440 it is on the next day.</summary>
    public int End { get; set; }

    /// <summary>Whether they are gone.</summary>
    public bool Removed { get; set; }
}
