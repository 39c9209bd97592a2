namespace Opbx.Core.Numbering;

/// <summary>The use of a number in its country's numbering plan.</summary>
public enum NumberKind
{
    FixedLine,
    Mobile,
    /// <summary>The plan does not distinguish fixed and mobile (North America).</summary>
    FixedOrMobile,
    TollFree,
    Premium,
    /// <summary>The called party pays a part.</summary>
    SharedCost,
    /// <summary>A company-wide number (universal access number).</summary>
    Uan,
    Voip,
    Personal,
    Pager,
    /// <summary>Anything else: voicemail access, short codes.</summary>
    Other,
}
