using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Account;

namespace Opbx.Core.Integrations;

public sealed class IntegrationCatalogue(ConfigurationStore store, AccountIntegrationStore accounts, ObjectSecrets secrets,
    Func<IntegrationSwitch> integrationSwitch, TimeProvider clock, ILogger<IntegrationCatalogue> log) : IIntegrationCatalogue
{
    private static readonly IReadOnlySet<Trigger> AccountTriggers =
        new HashSet<Trigger> { Trigger.UserCreated, Trigger.UserDeleted, Trigger.UserModified };

    public IReadOnlyList<ConfiguredIntegration> Waiting(Guid organizationId, Guid pbxId, Trigger trigger)
    {
        var all = AccountTriggers.Contains(trigger) ? accounts.For(organizationId).Select(a => a.Integration) : OfPbx(store.Find(pbxId));
        return [.. all.Where(i => i.Definition.Active && i.Definition.Trigger.Contains(trigger))];
    }

    public IReadOnlyList<ConfiguredIntegration> For(Guid organizationId) =>
        [.. accounts.For(organizationId).Select(a => a.Integration), .. store.OfOrganization(organizationId).SelectMany(OfPbx)];

    public ConfiguredIntegration? Find(Guid id) => accounts.Find(id) ?? store.All.SelectMany(OfPbx).FirstOrDefault(i => i.Id == id);

    public ServiceInfo? Service(Guid pbxId) => store.Find(pbxId)?.Document.Pbx is { } pbx
        ? new ServiceInfo(pbxId, pbx.Name, pbx.FriendlyName.Length > 0 ? pbx.FriendlyName : pbx.Name,
            TimeZoneInfo.FindSystemTimeZoneById(pbx.TimeZone), pbx.ApplicationsEnabled)
        : null;

    public IntegrationSecrets Secrets(Guid id)
    {
        var all = secrets.For(id);
        var signing = new List<string>();
        if (all.TryGetValue(SecretMembers.SigningSecret, out var current)) signing.Add(current);
        if (all.TryGetValue(SecretMembers.PreviousSigningSecret, out var previous)
            && all.TryGetValue(SecretMembers.PreviousSigningSecretUntil, out var until)
            && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeMilliseconds()) signing.Add(previous);
        // A missing value stays missing: nothing is sent instead.
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in Find(id)?.Definition.Headers.Where(h => h.Secret) ?? [])
            if (all.TryGetValue(SecretMembers.Header(header.Name), out var value)) headers[header.Name] = value;
        return new IntegrationSecrets(signing, all.GetValueOrDefault(SecretMembers.AuthPassword),
            all.GetValueOrDefault(SecretMembers.AuthToken), headers);
    }

    public async Task DeactivateAsync(Guid id, string reason, CancellationToken cancel)
    {
        if (Find(id) is not { } integration) return;
        ConfigurationLog.IntegrationSwitchedOff(log, id, reason);
        await integrationSwitch().TurnOffAsync(integration, cancel);
    }

    private static IEnumerable<ConfiguredIntegration> OfPbx(PbxSnapshot? snapshot) => snapshot is null ? [] :
        snapshot.Document.Integrations.Select(
            i => new ConfiguredIntegration(snapshot.Objects[new ObjectRef(ObjectKind.Integrations.Name, i.Name)].Id,
                snapshot.OrganizationId, snapshot.PbxId, i));
}
