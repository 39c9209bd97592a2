namespace Opbx.Core.Document.BusinessHours;

/// <summary>What the exceptions of one day say together.</summary>
internal sealed class DayException
{
    private readonly HoursException? _whole;
    private readonly HoursRange[] _hours = [];
    private readonly List<(HoursRange Range, HoursException Exception)> _closures = [];

    /// <summary>Takes a day's exceptions in their order: of those that replace the week's hours the first counts, closures for a part of
    /// the day all do.</summary>
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

    /// <summary>The exception whose hours replace the week's, when there is one.</summary>
    public HoursException? Whole => _whole;

    public HoursRange[] Hours(HoursRange[] week) => _whole is null ? week : _hours;

    /// <summary>The exception that closes a moment for a part of the day.</summary>
    public HoursException? Closure(long ticks)
    {
        foreach (var (range, exception) in _closures)
            if (range.Contains(ticks)) return exception;
        return null;
    }

    /// <summary>The exception that keeps a moment closed. After midnight that is only the one that took away hours of the week.</summary>
    public HoursException? Closes(long ticks, HoursRange[] week) =>
        Closure(ticks)
            ?? (_whole is not null && (ticks < TimeSpan.TicksPerDay || Array.Exists(week, r => r.Contains(ticks))) ? _whole : null);
}
