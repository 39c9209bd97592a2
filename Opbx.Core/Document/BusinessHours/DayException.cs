namespace Opbx.Core.Document.BusinessHours;

/// <summary>The combined effect of one day's exceptions.</summary>
internal sealed class DayException
{
    private readonly HoursException? _whole;
    private readonly HoursRange[] _hours = [];
    private readonly List<(HoursRange Range, HoursException Exception)> _closures = [];

    /// <summary>Of the exceptions that replace the week's hours only the first applies; partial closures all apply.</summary>
    public DayException(IEnumerable<HoursException> exceptions)
    {
        foreach (var exception in exceptions)
        {
            if (HoursRange.TryParse(exception.ClosedFrom, exception.ClosedTo, out var closure, out _)) _closures.Add((closure, exception));
            else if (_whole is null && (exception.Closed == true || exception.Hours is not null))
            {
                _whole = exception;
                if (exception.Closed != true) _hours = CompiledHours.Ranges(exception.Hours!);
            }
        }
    }

    /// <summary>The exception that replaces the week's hours, if any.</summary>
    public HoursException? Whole => _whole;

    public HoursRange[] Hours(HoursRange[] week) => _whole is null ? week : _hours;

    /// <summary>The exception that closes this part of the day.</summary>
    public HoursException? Closure(long ticks)
    {
        foreach (var (range, exception) in _closures)
            if (range.Contains(ticks)) return exception;
        return null;
    }

    /// <summary>The exception that closes this time. After midnight only one that removed hours of the week counts.</summary>
    public HoursException? Closes(long ticks, HoursRange[] week) =>
        Closure(ticks)
            ?? (_whole is not null && (ticks < TimeSpan.TicksPerDay || Array.Exists(week, r => r.Contains(ticks))) ? _whole : null);
}
