using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Tests.Support.Portal;

/// <summary>People of the first organization of a portal.</summary>
internal static class People
{
    public const string Password = "a long enough password";

    /// <summary>Somebody who was invited and has chosen the password.</summary>
    public static async Task<User> PersonAsync(this PortalHost portal, string email, Role role, string password = Password)
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var owner = Actor.System((await db.Organizations.OrderBy(o => o.CreatedAt).FirstAsync()).Id, "test");
        var invited = (await portal.Services.GetRequiredService<UserEditor>().InviteAsync(owner, email, email, role, extension: null, CancellationToken.None)).Value!;
        Assert.True((await portal.Services.GetRequiredService<Invitations>().AcceptAsync(TokenOf(invited.Link), password, CancellationToken.None)).Ok);
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == invited.User.Id);
    }

    /// <summary>The token in an invitation link.</summary>
    public static string TokenOf(string link) => Uri.UnescapeDataString(link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);
}
