using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Opbx.Core.Organizations;
using Opbx.Core.Users;
using Opbx.Portal.Http;

namespace Opbx.Portal.Security;

public static class SecurityModule
{
    // OWASP's recommendation for PBKDF2 with SHA-512.
    private const int HashRounds = 210_000;

    public static IServiceCollection AddPortalSecurity(this IServiceCollection services)
    {
        services.AddExceptionHandler<ExceptionAnswer>();
        services.AddProblemDetails();
        services.AddAntiforgery(o => o.Cookie.SameSite = SameSiteMode.Strict);
        AddKeys(services);
        AddAccounts(services);
        AddSchemes(services);
        services.AddSingleton(provider => new SetupLink(tokenRequired: !provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignInFlow>();
        services.AddScoped<ActingFlow>();
        services.AddScoped<SecondStep>();
        services.AddScoped<OwnSignIn>();
        services.AddScoped<PasskeyFlow>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<HalfSignIn>();
        services.AddScoped<SessionStart>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<PendingKey>();
        services.AddSingleton<CircuitMetrics>();
        services.AddScoped<CircuitHandler, CircuitActivity>();
        services.AddScoped<AuthenticationStateProvider, CircuitRevalidation>();
        services.AddAuthorization(AddPolicies);
        services.AddSingleton<IAuthorizationHandler, SignedInUnlessOpen>();
        return services;
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("opbx");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<PortalOptions>, ILoggerFactory>((keys, portal, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(Private(Path.Combine(portal.Value.DataDirectory, "keys")), logs));
    }

    /// <summary>A folder that no other user of the machine can read.</summary>
    private static DirectoryInfo Private(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return folder;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<User>(ConfigureIdentity).AddUserStore<UserStore>().AddSignInManager<PortalSignIn>()
            .AddDefaultTokenProviders().AddClaimsPrincipalFactory<SessionClaims>();
        services.TryAddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((passkeys, address) =>
        {
            // Never the host that a request names.
            passkeys.ServerDomain = new Uri(address.Url).Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromMinutes(1);
            o.OnRefreshingPrincipal = context =>
            {
                SessionClaim.Copy(context.CurrentPrincipal, context.NewPrincipal);
                return Task.CompletedTask;
            };
        });
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Password =
            new PasswordOptions {
                RequiredLength = AccountRules.ShortestPassword, RequireDigit = false, RequireLowercase = false,
                RequireUppercase = false, RequireNonAlphanumeric = false
            };
    }

    private static void AddSchemes(IServiceCollection services)
    {
        var authentication = services.AddAuthentication(Schemes.ByPath)
            .AddPolicyScheme(Schemes.ByPath, displayName: null, o => o.ForwardDefaultSelector = Schemes.For)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Schemes.ApiKey, configureOptions: null);
        authentication.AddIdentityCookies();
        services.ConfigureApplicationCookie(SessionCookie.Configure);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, ConfigureHalf);
    }

    /// <summary>The cookies between the two steps of signing in, and of a passkey's challenge.</summary>
    private static void ConfigureHalf(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "opbx-step";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        options.SlidingExpiration = false;
    }

    /// <summary>A policy per permission, for pages: <c>[Authorize(nameof(Permission.EditConfiguration))]</c>.</summary>
    private static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new SignedInUnlessOpen()).Build();
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(
                permission.ToString(), policy => policy.RequireAssertion(context => context.User.ToActor()?.May(permission) == true));
    }
}
