using Microsoft.AspNetCore.Components;

namespace Opbx.Portal.Components;

/// <summary>Events that our own scripts raise on elements. The compiler finds them by the name of this class.</summary>
[EventHandler("onreordered", typeof(ReorderedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;

/// <summary>A line of a list was dragged to another place.</summary>
public sealed class ReorderedEventArgs : EventArgs
{
    /// <summary>Where it was, from 0.</summary>
    public int From { get; set; }

    /// <summary>Where it is now.</summary>
    public int To { get; set; }
}
