using System.Text.Json;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>An authorized request for a domain.</summary>
/// <param name="Body">Undefined when there is none.</param>
internal sealed record SandboxRequest(HttpContext Http, SandboxDomain Domain, JsonElement Body)
{
    public string Route(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";
    public T The<T>() where T : notnull => Http.RequestServices.GetRequiredService<T>();
    public DateTimeOffset Now => The<TimeProvider>().GetUtcNow();

    /// <summary>Changes the domain; a returned null domain means no change.</summary>
    public Task<IResult> ChangeAsync(Func<SandboxDomain, Func<long>, (SandboxDomain? Domain, IResult Answer)> change) =>
        The<SandboxStore>().ChangeAsync(Domain.Id, change, Http.RequestAborted);
}
