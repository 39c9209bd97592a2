namespace Opbx.Core.Pbxs;

/// <summary>The URLs of a PBX's endpoints, as configured at Cloudonix.</summary>
public sealed class EndpointAddresses(PublicAddress address)
{
    public string VoiceUrl(Pbx pbx) => For(pbx.PathToken, "voice");

    /// <summary>Receives session updates.</summary>
    public string SessionUrl(Pbx pbx) => For(pbx.PathToken, "session");

    /// <summary>Receives call records.</summary>
    public string CdrUrl(Pbx pbx) => For(pbx.PathToken, "cdr");

    public string RecordingUrl(Pbx pbx) => For(pbx.PathToken, "recording");
    public string For(string pathToken, string endpoint) => address.For($"/hooks/{pathToken}/{endpoint}");
}
