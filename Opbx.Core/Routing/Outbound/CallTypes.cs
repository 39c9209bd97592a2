using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Numbering;

namespace Opbx.Core.Routing.Outbound;

public static class CallTypes
{
    /// <summary>The type of a number seen from a country. Local means the area code of the presented number.</summary>
    public static CallType Classify(DialledNumber number, string country, string? callerId)
    {
        var geographic = number.Kind is NumberKind.FixedLine or NumberKind.FixedOrMobile;
        if (number.Region != country)
            return geographic || number.Kind == NumberKind.Mobile ? CallType.International : CallType.InternationalOther;
        if (geographic) return number.AreaCode is { } area && area == AreaOf(callerId, country) ? CallType.Local : CallType.National;
        return number.Kind switch {
            NumberKind.Mobile => CallType.Mobile,
            NumberKind.Premium or NumberKind.SharedCost => CallType.Premium,
            NumberKind.FixedLine or NumberKind.FixedOrMobile or NumberKind.TollFree or NumberKind.Uan or NumberKind.Voip
                or NumberKind.Personal or NumberKind.Pager or NumberKind.Other => CallType.Other,
        };
    }

    private static string? AreaOf(string? callerId, string country) =>
        callerId is null || NumberReader.Read(callerId, country) is not { } own || own.Region != country ? null : own.AreaCode;
}
