using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Users.Mails;

/// <summary>Mails links that reset passwords. The request reveals nothing: whether there is an account is looked up later, in the
/// background.</summary>
public sealed class PasswordResetQueue(Database database, InvitationLinks links, AccountMails letters, ILogger<PasswordResetQueue> log)
    : BackgroundService
{
    private readonly Channel<string> _queue =
        Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Queues the request of a link for this address.</summary>
    public void Ask(string email) => _queue.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(email, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                AccountMailLog.NoLink(log, e);
            }
        }
    }

    private async Task SendAsync(string email, CancellationToken cancel)
    {
        var normal = Accounts.Normal(email);
        await using var db = database.OpenUnrestricted();
        var user = await db.Users.AsNoTracking()
            .FirstOrDefaultAsync(u => u.NormalizedUserName == normal && u.Active && db.Set<Organization>()
                .Any(o => o.Id == u.OrganizationId && o.Active), cancel);
        if (user is not null) letters.Send(AccountNotifications.ResetAsked, user, links.Create(user));
    }
}

/// <summary>Log messages about account mails.</summary>
internal static partial class AccountMailLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A link to choose another password could not be made")]
    public static partial void NoLink(ILogger log, Exception fault);
}
