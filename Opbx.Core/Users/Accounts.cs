using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>Shared by everything that creates and changes users.</summary>
internal static class Accounts
{
    public static User New(Guid organizationId, string email, string name, Role role, DateTimeOffset now) => new() {
        Id = Guid.CreateVersion7(now),
        OrganizationId = organizationId,
        DisplayName = name.Trim(),
        Role = role,
        CreatedAt = now,
        UserName = email.Trim(),
        NormalizedUserName = Normal(email),
        Email = email.Trim(),
        NormalizedEmail = Normal(email),
        SecurityStamp = NewStamp(),
        ConcurrencyStamp = Guid.NewGuid().ToString(),
        LockoutEnabled = true,
    };

    /// <summary>A new stamp ends every session and open invitation of the person.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32);

    /// <summary>Like Identity's own normalizer: addresses are compared without case.</summary>
    public static string Normal(string email) => email.Trim().Normalize().ToUpperInvariant();

    public static Task<bool> ExistsAsync(OpbxDbContext db, string email, CancellationToken cancel)
    {
        var normal = Normal(email);
        return db.Users.IgnoreQueryFilters([OpbxDbContext.TenantFilter]).AnyAsync(u => u.NormalizedUserName == normal, cancel);
    }

    public static Failure EmailInUse() => new(FailureKind.Conflict, "Somebody has an account with this e-mail address already.");

    public static string Describe(User user) =>
        DocumentJson.Write(
            new {
                user.Email, Name = user.DisplayName, Role = user.Role.ToString(), user.Active, user.Extension,
                SecondFactor = user.TwoFactorEnabled, PlatformAdmin = user.IsPlatformAdmin
            });
}
