using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.OutboundRules;

/// <summary>The kind of outside number, seen from the PBX's country.</summary>
public enum CallType
{
    /// <summary>Same country, same area code as the presented number.</summary>
    [Display(Name = "Local")] Local,

    /// <summary>Same country, another area.</summary>
    [Display(Name = "National")] National,

    /// <summary>Same country, a mobile.</summary>
    [Display(Name = "Mobile")] Mobile,

    /// <summary>Another country, fixed or mobile.</summary>
    [Display(Name = "International")] International,

    /// <summary>Another country, anything else.</summary>
    [Display(Name = "International Other")] InternationalOther,

    /// <summary>Same country, premium rate or shared cost.</summary>
    [Display(Name = "Premium")] Premium,

    /// <summary>Same country, anything else (toll-free, short codes ...).</summary>
    [Display(Name = "Other")] Other,
}
