namespace Opbx.Portal.Features.BusinessHours;

internal enum DayKind
{
    Closed,

    /// <summary>Open at other hours.</summary>
    Special,

    Part,
}
