namespace Opbx.Core.Document.BusinessHours.Holidays;

/// <param name="Code">Its code within the country.</param>
public sealed record HolidayRegion(string Code, string Name);
