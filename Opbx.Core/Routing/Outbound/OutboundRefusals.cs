using Opbx.Core.Document.OutboundRules;

namespace Opbx.Core.Routing.Outbound;

/// <summary>Why an outside number is not dialled: stable codes, and sentences for people.</summary>
public static class OutboundRefusals
{
    public const string InvalidNumber = "invalidNumber";
    /// <summary>Seven digits without the area code.</summary>
    public const string AreaCodeMissing = "areaCodeMissing";
    /// <summary>The extension cannot make calls of this type.</summary>
    public const string CallTypeDisabled = "callTypeDisabled";
    /// <summary>The extension cannot make outside calls at all.</summary>
    public const string OutsideCallsDisabled = "outsideCallsDisabled";
    /// <summary>No outbound rule matches the number.</summary>
    public const string NoRule = "noOutboundRule";
    /// <summary>The PBX has no active number to present.</summary>
    public const string NoCallerId = "noCallerId";

    internal static OutboundDecision.Refused Invalid() => new(InvalidNumber, "The number you dialled is not a valid phone number.");
    internal static OutboundDecision.Refused WithoutAreaCode() => new(AreaCodeMissing, "Please dial the number with its area code.");

    internal static OutboundDecision.Refused Disabled(CallType type, bool anyEnabled) => anyEnabled
        ? new(CallTypeDisabled, $"This extension is not allowed to make {Words(type)} calls.")
        : new(OutsideCallsDisabled, "This extension is not allowed to call outside numbers.");

    internal static OutboundDecision.Refused WithoutRule() =>
        new(NoRule, "This phone system has no outbound rule for the number you dialled.");

    internal static OutboundDecision.Refused WithoutCallerId() =>
        new(NoCallerId, "The call cannot be placed because this phone system has no caller number to present.");

    private static string Words(CallType type) => type switch {
        CallType.Local => "local",
        CallType.National => "national",
        CallType.Mobile => "mobile",
        CallType.International => "international",
        CallType.InternationalOther => "special international",
        CallType.Premium => "premium rate",
        CallType.Other => "toll-free or special",
    };
}
