using Opbx.Core.Configuration;
using Opbx.Core.Document.Settings;
using Opbx.Core.Pbxs;

namespace Opbx.Core.Cloudonix;

public sealed class WantedDomains(ConfigurationStore store, EndpointAddresses addresses, SecretProtector protector)
{
    private const int CallTimeout = 60;

    public WantedDomain For(Pbx pbx)
    {
        var settings = store.Find(pbx.Id)?.Document.Pbx;
        return new WantedDomain(
            WantedDomain.NameFor(pbx.Id),
            addresses.VoiceUrl(pbx),
            addresses.SessionUrl(pbx),
            addresses.CdrUrl(pbx),
            new Secret(protector.Unprotect(EndpointKeys.Purpose(pbx.Id), pbx.ProtectedEndpointKey)
                ?? throw new InvalidOperationException($"The endpoint key of PBX {pbx.Id} cannot be decrypted.")),
            settings?.RingTimeout ?? CallTimeout,
            settings?.RecordingFormat switch { RecordingFormat.Wav => "wav", RecordingFormat.Mp3 or null => "mp3" });
    }
}
