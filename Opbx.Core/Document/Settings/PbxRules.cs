using Opbx.Core.Numbering;

namespace Opbx.Core.Document.Settings;

public static class PbxRules
{
    public static void Check(PbxSettings settings, string at, FieldErrors errors)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone) || !zone.HasIanaId)
            errors.Add(at + "/timeZone", "This time zone is not known. Time zones look like Europe/London.");
        if (!NumberingPlan.Knows(settings.Country))
            errors.Add(at + "/country", "This country is not known. Countries have two letters, for example US.");
        var codes = settings.FeatureCodes;
        if (new[] { codes.Pickup, codes.Voicemail, codes.DayNight }.Distinct(StringComparer.Ordinal).Count() < 3)
            errors.Add(at + "/featureCodes", "Each feature needs its own code.");
    }
}
