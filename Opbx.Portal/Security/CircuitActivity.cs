using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Opbx.Core.Users.Sessions;

namespace Opbx.Portal.Security;

/// <summary>Activity on an open page keeps the session alive; a page that only shows updates does not.</summary>
internal sealed class CircuitActivity(AuthenticationStateProvider state, SessionRegister sessions, CircuitMetrics metrics) : CircuitHandler
{
    private Guid? _session;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        metrics.Opened();
        _session = (await state.GetAuthenticationStateAsync()).User.SessionId();
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        metrics.Closed();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        if (_session is { } session) sessions.Seen(session);
        return next(context);
    };
}
