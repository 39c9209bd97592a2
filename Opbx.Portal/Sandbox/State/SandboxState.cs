using System.Collections.Immutable;

namespace Opbx.Portal.Sandbox.State;

/// <summary>What the sandbox stores across restarts; immutable, replaced as a whole.</summary>
internal sealed record SandboxState(long NextId, Guid CustomerUuid, ImmutableList<SandboxDomain> Domains)
{
    /// <summary>By name, id or uuid, as the platform accepts them in a path.</summary>
    public SandboxDomain? Find(string nameOrId)
    {
        var name = nameOrId.TrimEnd('.');
        return Domains.Find(d =>
            string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(d.Uuid.ToString(), name, StringComparison.OrdinalIgnoreCase)
            || d.Id.ToString(CultureInfo.InvariantCulture) == name);
    }

    public SandboxDomain? OfKey(string key) => Domains.Find(d => d.Keys.Exists(k => k.Active && k.KeyId == key));

    /// <summary>Replaces or adds a domain.</summary>
    public SandboxState With(SandboxDomain domain)
    {
        var index = Domains.FindIndex(d => d.Id == domain.Id);
        return this with { Domains = index < 0 ? Domains.Add(domain) : Domains.SetItem(index, domain) };
    }
}
