using System.Security.Cryptography;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

internal static class KeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "/apikeys", request => Answers.Ok(request.Domain.Keys));
        routes.On("POST", "/apikeys", CreateAsync);
        routes.On("DELETE", "/apikeys/{id}", DeleteAsync);
    }

    private static Task<IResult> CreateAsync(SandboxRequest request)
    {
        if (request.Body.Text("name") is not { Length: > 0 } name) return Task.FromResult(Answers.Bad("name is required"));
        return request.ChangeAsync((domain, newId) =>
        {
            var key = new SandboxKey {
                Id = newId(),
                DomainId = domain.Id,
                Name = name,
                KeyId = "XI" + RandomNumberGenerator.GetHexString(32),
                CreatedAt = request.Now,
                ModifiedAt = request.Now,
            };
            return (domain with { Keys = domain.Keys.Add(key) }, Answers.Ok(key));
        });
    }

    private static Task<IResult> DeleteAsync(SandboxRequest request) => request.ChangeAsync((domain, _) =>
    {
        var id = request.Route("id");
        return domain.Keys.Find(k => k.KeyId == id || k.Id.ToString(CultureInfo.InvariantCulture) == id) is { } key
            ? (domain with { Keys = domain.Keys.Remove(key) }, Answers.Empty())
            : (null, Answers.Missing("key"));
    });
}
