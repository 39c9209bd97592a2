namespace Opbx.Core.Document.BusinessHours.Holidays;

public sealed record HolidayRegion(string Code, string Name);
