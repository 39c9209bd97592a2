namespace Opbx.Portal.Features.Reports;

/// <summary>The tables of the reports page, as the address of their CSV spells them.</summary>
public enum ReportTable
{
    /// <summary>Calls per day.</summary>
    Days,

    /// <summary>Calls by hour of the day.</summary>
    Hours,

    /// <summary>Calls by weekday and hour.</summary>
    Week,

    Waiting,
    Extensions,
    Groups,
    Numbers,

    /// <summary>Calls by what was pressed in a menu.</summary>
    Choices,

    /// <summary>Why callers reached nobody.</summary>
    Causes,
}
