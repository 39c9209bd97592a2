namespace Opbx.Portal.Features.Reports;

/// <summary>The tables of the reports page, as named in the URL of their CSV.</summary>
public enum ReportTable
{
    Days,
    /// <summary>Calls by hour of the day.</summary>
    Hours,
    /// <summary>Calls by weekday and hour.</summary>
    Week,
    Waiting,
    Extensions,
    Groups,
    Numbers,
    /// <summary>Calls by the option chosen in a menu.</summary>
    Choices,
    /// <summary>Why callers reached nobody.</summary>
    Causes,
}
