using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Mail;

public static class MailModule
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services.AddSingleton<IMailSender, SmtpSender>();
}
