using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.BusinessHours.Holidays;

namespace Opbx.Portal.Features.BusinessHours;

/// <summary>Adds the public holidays of a country, region and year as exceptions, without network access.</summary>
public sealed partial class HolidayImport
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private readonly HashSet<Holiday> _left = [];
    private IReadOnlyList<Holiday> _days = [];
    private string _country = "";
    private string? _region;
    private int _year;
    private bool _yearly = true;

    /// <summary>Holidays it already has are not added again.</summary>
    [Parameter, EditorRequired] public BusinessHoursSchedule Schedule { get; set; } = default!;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>ISO 3166.</summary>
    [Parameter] public string Country { get; set; } = "";

    [Parameter] public EventCallback<IReadOnlyList<HoursException>> OnImport { get; set; }

    /// <summary>Closes without adding.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    private IReadOnlyList<HolidayRegion> Regions => HolidayCalendar.Regions(_country);
    private int FirstYear => Math.Clamp(Today.Year, HolidayCalendar.FirstYear, HolidayCalendar.LastYear);
    private int LastYear => Math.Min(FirstYear + 9, HolidayCalendar.LastYear);

    private IReadOnlyList<Holiday> Chosen => [.. _days.Where(d => !_left.Contains(d) && !Has(d))];

    protected override void OnInitialized()
    {
        _country = HolidayCalendar.Countries.Any(c => c.Code == Country) ? Country : HolidayCalendar.Countries[0].Code;
        // In December people prepare the next year.
        Choose(null, Math.Clamp(Today.Month == 12 ? Today.Year + 1 : Today.Year, FirstYear, LastYear));
    }

    private void ChooseCountry(ChangeEventArgs e)
    {
        _country = e.Value as string ?? _country;
        Choose(null, _year);
    }

    private void Choose(string? region, int year)
    {
        (_region, _year) = (string.IsNullOrEmpty(region) ? null : region, year);
        _left.Clear();
        _days = HolidayCalendar.For(_country, _region, _year);
    }

    private void Choose(Holiday day, bool wanted)
    {
        if (wanted) _left.Remove(day);
        else _left.Add(day);
    }

    private bool Has(Holiday day) => YearDay.For(Schedule, day.Date).Index is not null;

    private Task AddAsync() => OnImport.InvokeAsync(
    [
        .. Chosen.DistinctBy(d => d.Date).Select(d => new HoursException
        {
            Name = d.Name.Length > 100 ? d.Name[..100] : d.Name,
            Date = d.Fixed && _yearly ? null : d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Yearly = d.Fixed && _yearly ? d.Date.ToString("MM-dd", CultureInfo.InvariantCulture) : null,
            Closed = true,
        }),
    ]);
}
