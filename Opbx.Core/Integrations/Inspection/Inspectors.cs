using System.Security.Cryptography;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations.Inspection;

/// <summary>The receivers that people opened to look at requests; in memory, one for each person.</summary>
public sealed class Inspectors(PublicAddress address, TimeProvider time)
{
    /// <summary>Where they lie.</summary>
    public const string Prefix = "/hooks/inspect/";

    /// <summary>How long one takes requests.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int MostAtOnce = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Organization, string Person), InspectorInbox> _byPerson = [];

    /// <summary>The person's receiver; null when there is none, or it ended.</summary>
    public InspectorInbox? For(Actor actor)
    {
        lock (_gate)
        {
            Sweep();
            return _byPerson.GetValueOrDefault(Owner(actor));
        }
    }

    /// <summary>A new receiver for the person; the one before ends. When there are very many, the one that ends first makes room.</summary>
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

    /// <summary>Ends the person's receiver.</summary>
    public void Close(Actor actor)
    {
        lock (_gate) _byPerson.Remove(Owner(actor));
    }

    public string AddressOf(InspectorInbox inspector) => address.For(Prefix + inspector.Key);

    /// <summary>The receiver with this key; null when there is none, or it ended.</summary>
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
