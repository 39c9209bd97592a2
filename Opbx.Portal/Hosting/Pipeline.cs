using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Organizations;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;
using Opbx.Portal.Api;
using Opbx.Portal.Http;
using Opbx.Portal.Security;

namespace Opbx.Portal.Hosting;

/// <summary>The start-up sequence and the order of the middleware.</summary>
public static class Pipeline
{
    /// <summary>Everything before the port opens. False, with the reason on the error stream, when it cannot start.</summary>
    public static async Task<bool> PrepareAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.Services.GetRequiredService<DatabaseStartUp>().RunAsync(stopping);
            await app.Services.GetRequiredService<ConfigurationLoader>().LoadAllAsync(stopping);
            await app.Services.GetRequiredService<AccountIntegrationLoader>().LoadAsync(stopping);
            await app.Services.GetRequiredService<KeyRingCheck>().RunAsync(stopping);
            await app.Services.GetRequiredService<ComingChanges>().LoadAsync(stopping);
            await app.Services.GetRequiredService<ApiKeyIndex>().LoadAsync(stopping);
            await app.Services.GetRequiredService<SuspendedOrganizations>().LoadAsync(stopping);
            await app.Services.GetRequiredService<Bootstrap>().RunAsync(stopping);
        }
        catch (StartUpRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return false;
        }

        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        return true;
    }

    /// <summary>Serves until stopped; returns the process's exit code.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                "Another program listens on this portal's port already; stop it, or set ASPNETCORE_URLS to another address.");
            return 1;
        }
    }

    /// <summary>The middleware, outermost first.</summary>
    public static void UsePortalPipeline(this WebApplication app)
    {
        UseTrustedProxies(app);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<RefusalLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseWhen(ProgramPaths.IsForPrograms, programs => programs.UseStatusCodePages(context => Problem(context.HttpContext)));
        app.UseWhen(context => !ProgramPaths.IsForPrograms(context),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseMiddleware<PathStrictness>();
        app.UseMiddleware<MovedPages>();
        app.UseMiddleware<SameOrigin>();
        app.UseApiReference();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ActingSession>();
        app.UseAuthorization();
        app.UseMiddleware<CircuitLimit>();
        app.UseAntiforgery();
    }

    private static void UseTrustedProxies(WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.TrustedProxies;
        if (proxies.Count == 0) return;
        var options =
            new ForwardedHeadersOptions {
                ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
            };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }

    private static Task Problem(HttpContext context) =>
        TypedResults.Problem(statusCode: context.Response.StatusCode,
            title: Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(context.Response.StatusCode)).ExecuteAsync(context);

    private static void Announce(WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (app.Urls.FirstOrDefault() is { } listening)
            address.Listening(listening.Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        HostingLog.Ready(app.Logger, address.Url);
        // To the console only: people who read the log file later must not be able to use the link.
        if (app.Services.GetRequiredService<SetupLink>() is { IsNeeded: true } link)
            Console.WriteLine($"There is no organization yet. Open this link to create it: {address.For(link.Path)}");
    }
}
