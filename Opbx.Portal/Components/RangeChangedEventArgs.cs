namespace Opbx.Portal.Components;

/// <summary>Hours were drawn, moved, resized or removed in the week view. Days count from Monday as 0.</summary>
public sealed class RangeChangedEventArgs : EventArgs
{
    /// <summary>The original day; for new ones the day they are drawn on.</summary>
    public int Day { get; set; }

    /// <summary>Their index on that day; -1 for new ones.</summary>
    public int Index { get; set; }

    /// <summary>The new day.</summary>
    public int ToDay { get; set; }

    /// <summary>Minutes of the new day.</summary>
    public int Start { get; set; }

    /// <summary>Beyond 1440 it is on the next day.</summary>
    public int End { get; set; }

    public bool Removed { get; set; }
}
