using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Opbx.Core.Users;
using Opbx.Core.Users.Acting;

namespace Opbx.Portal.Security;

/// <summary>Closes a page when its person is deactivated, changed, removed or gets a new password; also checks once a minute.</summary>
internal sealed class CircuitRevalidation : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));
    private readonly IServiceScopeFactory _scopes;
    private readonly SessionEnds _ends;
    private readonly ActingGrants _grants;
    private readonly string _stampClaim;
    private Task<AuthenticationState>? _state;

    public CircuitRevalidation(ILoggerFactory logs, IServiceScopeFactory scopes, SessionEnds ends, ActingGrants grants,
        IOptions<IdentityOptions> options)
        : base(logs)
    {
        (_scopes, _ends, _grants, _stampClaim) = (scopes, ends, grants, options.Value.ClaimsIdentity.SecurityStampClaimType);
        AuthenticationStateChanged += Remember;
        ends.Ended += EndAsync;
        grants.Ended += EndActingAsync;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState,
        CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        if (authenticationState.User.ToActor()?.Acting is { } acting && !_grants.Holds(acting.GrantId)) return false;
        return await scope.ServiceProvider.GetRequiredService<SignInManager<User>>()
            .ValidateSecurityStampAsync(authenticationState.User) is not null;
    }

    protected override void Dispose(bool disposing)
    {
        _ends.Ended -= EndAsync;
        _grants.Ended -= EndActingAsync;
        AuthenticationStateChanged -= Remember;
        base.Dispose(disposing);
    }

    private void Remember(Task<AuthenticationState> state) => _state = state;

    /// <summary>A person who acted for an organization continues as themselves.</summary>
    private async Task EndActingAsync(Guid grantId)
    {
        if (_state is { } state && (await state).User.ToActor()?.Acting?.GrantId == grantId)
            SetAuthenticationState(Task.FromResult(Nobody));
    }

    private async Task EndAsync(EndedSessions ended)
    {
        if (_state is not { } state) return;
        var user = (await state).User;
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) != ended.UserId.ToString()) return;
        if (ended.SessionId is { } session ? user.SessionId() == session : ended.Stamp is null
            || user.FindFirstValue(_stampClaim) != ended.Stamp) SetAuthenticationState(Task.FromResult(Nobody));
    }
}
