using Opbx.Core.Document.Settings;

namespace Opbx.Core.Routing.Steps;

/// <summary>The PBX's feature codes, for its own phones only.</summary>
internal static class FeatureStep
{
    /// <summary>Null when no feature was dialled.</summary>
    public static Move? Enter(Walk walk, string dialled)
    {
        var codes = walk.Plan.Settings.FeatureCodes;
        var pickup = PickedExtension(codes, dialled);
        if (dialled != codes.Voicemail && dialled != codes.DayNight && pickup is null) return null;
        walk.Reach(dialled);
        if (walk.State.Caller is not { } caller)
        {
            walk.Explain("featureCode", null, null, "featureRefused",
                $"{dialled} is a feature code, and only a phone of this PBX may use it.");
            return walk.SayGoodbye(Sentences.FeatureRefused);
        }
        if (dialled == codes.DayNight) return DayNightStep.Enter(walk, caller);
        return pickup is not null ? PickupStep.Enter(walk, caller, pickup) : MailboxStep.Enter(walk, caller);
    }

    /// <summary>The extension after the pickup code; a complete feature code is never a pickup, whatever it begins with.</summary>
    private static string? PickedExtension(FeatureCodes codes, string dialled) =>
        dialled != codes.Voicemail && dialled != codes.DayNight && dialled.Length > codes.Pickup.Length
            && dialled.StartsWith(codes.Pickup, StringComparison.Ordinal)
            ? dialled[codes.Pickup.Length..]
            : null;
}
