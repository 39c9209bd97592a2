namespace Opbx.Core.Pbxs;

/// <summary>The addresses of a PBX's endpoints, as Cloudonix is told them.</summary>
public sealed class EndpointAddresses(PublicAddress address)
{
    public string VoiceUrl(Pbx pbx) => For(pbx.PathToken, "voice");

    /// <summary>Told about session updates.</summary>
    public string SessionUrl(Pbx pbx) => For(pbx.PathToken, "session");

    /// <summary>Told about call records.</summary>
    public string CdrUrl(Pbx pbx) => For(pbx.PathToken, "cdr");

    public string RecordingUrl(Pbx pbx) => For(pbx.PathToken, "recording");

    /// <summary>The address of one endpoint of the PBX with that path token.</summary>
    public string For(string pathToken, string endpoint) => address.For($"/hooks/{pathToken}/{endpoint}");
}
