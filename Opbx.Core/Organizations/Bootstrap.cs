using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Organizations;

/// <summary>On an empty database, creates what the start-up configuration defines, or opens the set-up page.</summary>
public sealed class Bootstrap(Database database, Provisioning founding, SetupLink link, IOptions<PortalOptions> options)
{
    /// <summary>Runs once at start, before the port opens.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (await IsSetUpAsync(cancel)) return;
        var wanted = options.Value.Bootstrap;
        if (string.IsNullOrEmpty(wanted.Organization))
        {
            link.Open();
            return;
        }

        var input = new SetupInput(wanted.Organization, wanted.OwnerEmail, wanted.OwnerEmail, wanted.OwnerPassword, "UTC");
        var made = await founding.RunAsync(input, platformAdmin: true, string.IsNullOrEmpty(wanted.ApiKey) ? null : wanted.ApiKey, cancel);
        if (!made.Ok) throw new StartUpRefusedException($"The bootstrap failed: {made.Failure.Message}");
    }

    private async Task<bool> IsSetUpAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Organizations.AnyAsync(cancel);
    }
}
