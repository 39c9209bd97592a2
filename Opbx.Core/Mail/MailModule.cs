using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Mail;

/// <summary>Registers this feature.</summary>
public static class MailModule
{
    /// <summary>Outgoing mail.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services.AddSingleton<IMailSender, SmtpSender>();
}
