namespace Opbx.Core.Numbering;

/// <summary>What a number is used for, by its country's numbering plan.</summary>
public enum NumberKind
{
    /// <summary>A fixed line.</summary>
    FixedLine,

    /// <summary>A mobile.</summary>
    Mobile,

    /// <summary>A fixed line or a mobile: the plan does not tell (North America).</summary>
    FixedOrMobile,

    /// <summary>Free for the caller.</summary>
    TollFree,

    /// <summary>Premium rate.</summary>
    Premium,

    /// <summary>The called pays a part.</summary>
    SharedCost,

    /// <summary>A company-wide number (universal access number).</summary>
    Uan,

    /// <summary>Internet telephony.</summary>
    Voip,

    /// <summary>A personal number.</summary>
    Personal,

    /// <summary>A pager.</summary>
    Pager,

    /// <summary>Anything else: voicemail access, short codes.</summary>
    Other,
}
