using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Opbx.Core.Users;

/// <summary>Hashes passwords outside of a sign-in.</summary>
public sealed class Passwords(HashingGate gate, IOptions<PasswordHasherOptions> options)
{
    private static readonly User Nobody = new();
    private readonly PasswordHasher<User> _hasher = new(options);
    private readonly Lazy<string> _nobodys =
        new(() => new PasswordHasher<User>(options).HashPassword(Nobody, RandomNumberGenerator.GetHexString(32)));

    /// <summary>A failure when too many hashes are already being computed.</summary>
    public async Task<Result<string>> HashAsync(User user, string password, CancellationToken cancel)
    {
        using var place = await gate.EnterAsync(cancel);
        return place.IsAcquired ? _hasher.HashPassword(user, password)
            : new Failure(FailureKind.Conflict, "The portal is busy. Please try again in a moment.");
    }

    /// <summary>Takes as long as a real check, so that response times do not reveal whether an account exists.</summary>
    public void PretendToCheck(string password) => _hasher.VerifyHashedPassword(Nobody, _nobodys.Value, password);
}
