using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Opbx.Core.Access;
using Opbx.Core.Shared;
using Opbx.Portal.Hosting;

namespace Opbx.Portal.Security;

/// <summary>Registers this feature.</summary>
public static class SecurityModule
{
    // OWASP's figure for PBKDF2 with SHA-512.
    private const int HashRounds = 210_000;

    /// <summary>Sign-in, API keys, policies, headers.</summary>
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

    /// <summary>A folder that nobody else on the machine can look into.</summary>
    private static DirectoryInfo Private(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return folder;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<User>(ConfigureIdentity).AddUserStore<UserStore>().AddSignInManager<PortalSignIn>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<SessionClaims>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Password = new PasswordOptions { RequiredLength = AccountRules.ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        options.Lockout = new LockoutOptions { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
    }

    private static void AddSchemes(IServiceCollection services)
    {
        var authentication = services.AddAuthentication(Schemes.ByPath)
            .AddPolicyScheme(Schemes.ByPath, displayName: null, o => o.ForwardDefaultSelector = Schemes.For)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Schemes.ApiKey, configureOptions: null);
        authentication.AddIdentityCookies();
        services.ConfigureApplicationCookie(SessionCookie.Configure);
    }

    /// <summary>A policy per permission, for pages: <c>[Authorize(nameof(Permission.EditConfiguration))]</c>.</summary>
    private static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new SignedInUnlessOpen()).Build();
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(), policy => policy.RequireAssertion(context => context.User.ToActor()?.May(permission) == true));
    }
}
