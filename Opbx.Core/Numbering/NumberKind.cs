namespace Opbx.Core.Numbering;

/// <summary>What a number is used for, by its country's numbering plan.</summary>
public enum NumberKind
{
    FixedLine,
    Mobile,

    /// <summary>A fixed line or a mobile: the plan does not tell (North America).</summary>
    FixedOrMobile,

    TollFree,
    Premium,

    /// <summary>The called pays a part.</summary>
    SharedCost,

    /// <summary>A company-wide number (universal access number).</summary>
    Uan,

    Voip,
    Personal,
    Pager,

    /// <summary>Anything else: voicemail access, short codes.</summary>
    Other,
}
