using System.Security.Claims;
using Opbx.Core.Organizations.Acting;

namespace Opbx.Portal.Security;

/// <summary>Begins and stops acting for an organization; for static pages, which can still set cookies.</summary>
public sealed class ActingFlow(ActingEditor editor)
{
    /// <summary>From the next request on this browser works as an owner of the organization.</summary>
    public async Task<Result<Done>> BeginAsync(HttpContext context, Actor actor, Guid organizationId, string? reason,
        CancellationToken cancel)
    {
        var begun = await editor.BeginAsync(actor, organizationId, reason, cancel);
        if (!begun.Ok) return begun.Failure;
        ActingCookie.Set(context, begun.Value);
        return default(Done);
    }

    public async Task StopAsync(HttpContext context, CancellationToken cancel)
    {
        if (ActingCookie.Read(context.Request) is not { } id) return;
        ActingCookie.Delete(context);
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
            await editor.EndAsync(id, person, cancel);
    }
}
