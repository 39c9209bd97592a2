using System.Security.Cryptography;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations.Inspection;

/// <summary>Receivers that people opened to look at requests; in memory, one per person.</summary>
public sealed class Inspectors(PublicAddress address, TimeProvider time)
{
    public const string Prefix = "/hooks/inspect/";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int MostAtOnce = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Organization, string Person), InspectorInbox> _byPerson = [];

    /// <summary>Null when there is none or it has ended.</summary>
    public InspectorInbox? For(Actor actor)
    {
        lock (_gate)
        {
            Sweep();
            return _byPerson.GetValueOrDefault(Owner(actor));
        }
    }

    /// <summary>Opens a new receiver and ends the person's previous one. At the limit, the one that ends first is removed.</summary>
    public Result<InspectorInbox> Open(Actor actor)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            Sweep();
            if (_byPerson.Count >= MostAtOnce && !_byPerson.ContainsKey(Owner(actor)))
                _byPerson.Remove(_byPerson.MinBy(i => i.Value.EndsAt).Key);
            return _byPerson[Owner(actor)] = new InspectorInbox(key, actor.OrganizationId, time.GetUtcNow() + Lifetime);
        }
    }

    public void Close(Actor actor)
    {
        lock (_gate) _byPerson.Remove(Owner(actor));
    }

    public string AddressOf(InspectorInbox inspector) => address.For(Prefix + inspector.Key);

    /// <summary>Null when there is none or it has ended.</summary>
    internal InspectorInbox? Find(string key)
    {
        lock (_gate)
        {
            Sweep();
            return _byPerson.Values.FirstOrDefault(
                i => CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(i.Key),
                    System.Text.Encoding.UTF8.GetBytes(key)));
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var over in _byPerson.Where(i => i.Value.EndsAt <= now).Select(i => i.Key).ToList()) _byPerson.Remove(over);
    }

    private static (Guid Organization, string Person) Owner(Actor actor) => (actor.OrganizationId, actor.UserId?.ToString() ?? actor.Name);
}
