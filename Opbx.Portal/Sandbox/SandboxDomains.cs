using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox;

internal sealed partial class SandboxDomains(SandboxStore store, TimeProvider time)
{
    public ImmutableList<SandboxDomain> All => store.Current.Domains;

    /// <summary>Creates a domain for a PBX of this name; a number is appended when the name is taken.</summary>
    public Task<SandboxPairing> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var key = "XI" + RandomNumberGenerator.GetHexString(32);
        return store.ChangeAsync(
            (state, newId) =>
            {
                var id = newId();
                var domain = new SandboxDomain {
                    Id = id,
                    Uuid = Guid.NewGuid(),
                    Name = FreeName(state, name),
                    Profile = ImmutableDictionary<string, JsonElement>.Empty.Add("call-timeout", JsonSerializer.SerializeToElement(60)),
                    Trunks = [new() { Id = newId(), Uuid = Guid.NewGuid(), DomainId = id, Name = "sandbox-trunk", CreatedAt = now,
                        ModifiedAt = now }],
                    Keys = [new() { Id = newId(), DomainId = id, Name = "opbx", KeyId = key, CreatedAt = now, ModifiedAt = now }],
                    CreatedAt = now,
                    ModifiedAt = now,
                };
                return (state.With(domain), new SandboxPairing(domain.Name, key));
            },
            cancellationToken);
    }

    private static string FreeName(SandboxState state, string name)
    {
        var label = NotInALabel().Replace(name.ToLowerInvariant(), "-").Trim('-');
        if (label.Length == 0) label = "pbx";
        if (label.Length > 40) label = label[..40].Trim('-');
        for (var number = 1; ; number++)
        {
            var candidate =
                string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"{label}{(number == 1 ? "" : "-" + number)}.sandbox.test");
            if (state.Find(candidate) is null) return candidate;
        }
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotInALabel();
}
