using Opbx.Core.Persistence;

namespace Opbx.Core.Reports.Mailing;

/// <summary>One report to one address. Its id is made of PBX, interval, first day and address, so no report is mailed twice.</summary>
public sealed class ReportDispatch : IPbxOwned
{
    /// <summary>Derived from the natural key.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public ReportInterval Interval { get; set; }

    /// <summary>The first day of the report, in the PBX's time zone.</summary>
    public DateOnly First { get; set; }

    public DateOnly Last { get; set; }
    public string Address { get; set; } = "";

    /// <summary>When it was passed to the mail server; null until that succeeds.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it is tried next; null when it is done or given up.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public int Tries { get; set; }
}
