using System.Text.Json;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>A request of somebody who may touch the domain.</summary>
/// <param name="Body">The JSON of its body; undefined when it has none.</param>
internal sealed record SandboxRequest(HttpContext Http, SandboxDomain Domain, JsonElement Body)
{
    /// <summary>The value of a place in the path.</summary>
    public string Route(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    public T The<T>() where T : notnull => Http.RequestServices.GetRequiredService<T>();

    public DateTimeOffset Now => The<TimeProvider>().GetUtcNow();

    /// <summary>Changes the domain; a null domain in the answer means that nothing changes.</summary>
    public Task<IResult> ChangeAsync(Func<SandboxDomain, Func<long>, (SandboxDomain? Domain, IResult Answer)> change) =>
        The<SandboxStore>().ChangeAsync(Domain.Id, change, Http.RequestAborted);
}
