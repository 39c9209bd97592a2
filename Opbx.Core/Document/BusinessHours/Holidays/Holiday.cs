namespace Opbx.Core.Document.BusinessHours.Holidays;

/// <param name="Date">Its day.</param>
/// <param name="Name">Its name, in English where known.</param>
/// <param name="Fixed">Whether it is on this day every year, so that a yearly exception fits.</param>
public sealed record Holiday(DateOnly Date, string Name, bool Fixed);
