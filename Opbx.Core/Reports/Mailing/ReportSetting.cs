namespace Opbx.Core.Reports.Mailing;

/// <summary>How often and to whom a report is mailed.</summary>
/// <param name="Interval">Null for never.</param>
public sealed record ReportSetting(ReportInterval? Interval, IReadOnlyList<string> Addresses);
