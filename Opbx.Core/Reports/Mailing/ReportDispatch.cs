using Opbx.Core.Persistence;

namespace Opbx.Core.Reports.Mailing;

/// <summary>One report to one address. Its identity is made of PBX, interval, first day and address, so that a report is never mailed
/// twice.</summary>
public sealed class ReportDispatch : IPbxOwned
{
    /// <summary>Identity, made of the natural key.</summary>
    public Guid Id { get; set; }

    public Guid OrganizationId { get; set; }
    public Guid PbxId { get; set; }
    public ReportInterval Interval { get; set; }

    /// <summary>The first day it is about, in the PBX's zone.</summary>
    public DateOnly First { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; set; }

    public string Address { get; set; } = "";

    /// <summary>When it was given to the mail server; null when that did not work yet.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it is tried next; null when it is done or given up.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public int Tries { get; set; }
}
