namespace Opbx.Portal.Components;

/// <summary>Events that our scripts raise on elements. The compiler finds them by the name of this class.</summary>
[EventHandler("onreordered", typeof(ReorderedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onrangechanged", typeof(RangeChangedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
