using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Opbx.Core.Access;

/// <summary>Costs as much time as a real password check, so that the answer's time does not tell whether an account exists.</summary>
public sealed class DummyHash(IOptions<PasswordHasherOptions> options)
{
    private static readonly User Nobody = new();
    private readonly PasswordHasher<User> _hasher = new(options);
    private readonly Lazy<string> _hash = new(() => new PasswordHasher<User>(options).HashPassword(Nobody, RandomNumberGenerator.GetHexString(32)));

    /// <summary>Checks the password against nobody's.</summary>
    public void Check(string password) => _hasher.VerifyHashedPassword(Nobody, _hash.Value, password);
}
