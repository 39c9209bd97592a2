using Opbx.Core.Calls.Live;
using Opbx.Core.Cloudonix;
using Opbx.Core.Configuration;

namespace Opbx.Core.Calls.Projection;

public sealed class SurroundingsSource(ConfigurationStore configuration, SubscriberLookup subscribers, PublicAddress address,
    PickedUpCalls pickedUp)
{
    public Surroundings For(Guid pbxId) =>
        new(id => subscribers(pbxId, id), configuration.Find(pbxId)?.Document) {
            Address = address.For,
            IsPickedUp = token => pickedUp.Find(pbxId, token) is { Room: not null, Transfer: null }
        };
}
