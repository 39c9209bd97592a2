namespace Opbx.Core.Calls.Recordings;

/// <summary>Where programs fetch audio, below this portal's address; an API key is needed.</summary>
public static class AudioPaths
{
    public static string Voicemail(Guid pbxId, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/pbxs/{pbxId}/voicemails/{id}/audio");

    public static string OfCall(Guid pbxId, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/pbxs/{pbxId}/calls/{Uri.EscapeDataString(token)}/recording");
}
