using Opbx.Portal.Security;

namespace Opbx.Portal.Features.SignIn;

/// <summary>What browsers need to create or use a passkey. Nothing is decided here: the results are sent in forms.</summary>
public static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey-request", RequestAsync);
        app.MapPost("/account/passkeys/creation", CreationAsync);
    }

    private static async Task<IResult> RequestAsync(PasskeyFlow flow, PublicAddress address) =>
        PasskeyFlow.IsPossible(address) ? Json(await flow.RequestAsync()) : NotHere();

    private static async Task<IResult> CreationAsync(HttpContext context, PasskeyFlow flow, PublicAddress address) =>
        PasskeyFlow.IsPossible(address) && await flow.CreationAsync(context.Actor()) is { } options ? Json(options) : NotHere();

    private static IResult NotHere() =>
        Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: "Passkeys need https and a name.");

    private static IResult Json(string text) => Results.Text(text, "application/json");
}
