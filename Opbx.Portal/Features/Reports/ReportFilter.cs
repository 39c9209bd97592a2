using Microsoft.AspNetCore.WebUtilities;
using Opbx.Core.Reports;
using Opbx.Core.Routing;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Reports;

/// <summary>Which calls the reports cover; in the page's address.</summary>
/// <param name="First">The first day; null for the last 30 days.</param>
/// <param name="Last">The last day; null for today.</param>
/// <param name="Direction">Null for all.</param>
public sealed record ReportFilter(DateOnly? First, DateOnly? Last, CallDirection? Direction)
{
    /// <summary>The default number of days.</summary>
    public const int UsualDays = 30;

    /// <summary>Reads it from an address; invalid values are ignored.</summary>
    public static ReportFilter From(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;
        var calls = Value("calls");
        return new ReportFilter(DateTimes.Day(Value("first")), DateTimes.Day(Value("last")),
            calls == "all" ? null : Array.Find(Enum.GetValues<CallDirection>(), d => Spell(d) == calls));
    }

    /// <summary>Null when there is no such table.</summary>
    public static ReportTable? Table(string name) =>
        Enum.GetValues<ReportTable>().Where(t => Spell(t) == name).Cast<ReportTable?>().FirstOrDefault();

    public static string Spell(ReportTable table) => table.ToString().ToLowerInvariant();

    /// <summary>A direction in addresses; the default is inbound.</summary>
    public static string Spell(CallDirection direction) => direction.ToString().ToLowerInvariant();

    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal) {
        ["first"] = DateTimes.Spell(First),
        ["last"] = DateTimes.Spell(Last),
        ["calls"] = Direction is { } direction ? direction == CallDirection.Inbound ? null : Spell(direction) : "all",
    };

    /// <summary>The selected days; never more than a report's maximum, and never backwards.</summary>
    public ReportRange Range(DateTimeOffset now, TimeZoneInfo zone)
    {
        var usual = ReportRange.UpTo(now, UsualDays, zone);
        var last = Last ?? (First > usual.Last ? First.Value : usual.Last);
        var first = First ?? last.AddDays(1 - UsualDays);
        if (first > last) (first, last) = (last, first);
        return new ReportRange(last.DayNumber - first.DayNumber >= ReportRange.MostDays ? last.AddDays(1 - ReportRange.MostDays) : first,
            last, zone);
    }
}
