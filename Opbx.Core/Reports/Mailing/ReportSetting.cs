namespace Opbx.Core.Reports.Mailing;

/// <summary>Whether and to whom a report is mailed.</summary>
/// <param name="Interval">How often; null for never.</param>
public sealed record ReportSetting(ReportInterval? Interval, IReadOnlyList<string> Addresses);
