namespace Opbx.Core.Calls.Recordings;

/// <summary>Paths from which programs fetch audio; they need an API key.</summary>
public static class AudioPaths
{
    public static string Voicemail(Guid pbxId, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/pbxs/{pbxId}/voicemails/{id}/audio");

    public static string OfCall(Guid pbxId, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/pbxs/{pbxId}/calls/{Uri.EscapeDataString(token)}/recording");
}
