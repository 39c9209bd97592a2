using Microsoft.EntityFrameworkCore;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>The active owners of an organization.</summary>
internal sealed class Owners(Database database) : INoticeRecipients
{
    public async Task<IReadOnlyList<string>> FindAsync(Guid organizationId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Users.Where(u => u.OrganizationId == organizationId && u.Role == Role.Owner && u.Active && u.Email != null)
            .Select(u => u.Email!).ToListAsync(cancel);
    }
}
