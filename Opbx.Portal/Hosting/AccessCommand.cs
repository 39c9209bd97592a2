using Opbx.Core.Users;

namespace Opbx.Portal.Hosting;

/// <summary>Lets the operator restore somebody's access: the program prints a link and exits, without serving.</summary>
internal static class AccessCommand
{
    private const string Argument = "--new-password-for";

    public static bool IsAskedBy(string[] args) => args is [Argument, ..];

    /// <summary>Prints the link; 0 when there is such a person, otherwise 1.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        if (args is not [_, var email])
        {
            await Console.Error.WriteLineAsync($"Say for whom: {Argument} someone@example.com");
            return 1;
        }

        var link = await services.GetRequiredService<AccessRecovery>().LinkAsync(email, CancellationToken.None);
        await (link.Ok ? Console.Out : Console.Error)
            .WriteLineAsync(link.Ok ? $"Start the portal, then open this within an hour:\n{link.Value}" : link.Failure.Message);
        return link.Ok ? 0 : 1;
    }
}
