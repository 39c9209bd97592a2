using System.Net.Http.Headers;
using System.Text.Json;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>Requires a key of the domain, and reads the body.</summary>
internal static class SandboxGate
{
    private const int MaxBody = 1024 * 1024;

    public static void On(this IEndpointRouteBuilder routes, string method, string pattern, Func<SandboxRequest, Task<IResult>> handler) =>
        routes.MapMethods(pattern, [method], async http => await (await PassAsync(http, handler)).ExecuteAsync(http));

    /// <summary>For synchronous handlers.</summary>
    public static void On(this IEndpointRouteBuilder routes, string method, string pattern, Func<SandboxRequest, IResult> handler) =>
        routes.On(method, pattern, request => Task.FromResult(handler(request)));

    private static async Task<IResult> PassAsync(HttpContext http, Func<SandboxRequest, Task<IResult>> handler)
    {
        var state = http.RequestServices.GetRequiredService<SandboxStore>().Current;
        if (Bearer(http) is not { } key || state.OfKey(key) is not { } domain)
            return Answers.Error(StatusCodes.Status401Unauthorized, "missing or invalid key");
        if (http.Request.RouteValues["domain"]?.ToString() is { } wanted && wanted != "self")
        {
            if (state.Find(wanted) is not { } found) return Answers.Missing("domain");
            if (found.Id != domain.Id)
                return Answers.Error(StatusCodes.Status401Unauthorized, "this key is not allowed to touch this domain");
        }

        if (http.Request.RouteValues["customer"]?.ToString() is { } customer && customer is not ("self" or "sandbox" or "1"))
            return Answers.Error(StatusCodes.Status401Unauthorized, "not authorised for this customer");
        var body = default(JsonElement);
        if (http.Request.Method is "POST" or "PUT" or "PATCH")
        {
            if (await ReadAsync(http) is not { } read) return Answers.Bad("a JSON body is required");
            body = read;
        }

        return await handler(new(http, domain, body));
    }

    private static string? Bearer(HttpContext http) =>
        AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
        && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase) ? header.Parameter : null;

    private static async Task<JsonElement?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MaxBody) return null;
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
