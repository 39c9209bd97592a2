namespace Opbx.Core.Document.BusinessHours.Holidays;

/// <param name="Name">In English where known.</param>
/// <param name="Fixed">Whether it is on this day every year, so that a yearly exception fits.</param>
public sealed record Holiday(DateOnly Date, string Name, bool Fixed);
