using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>Responses in the platform's format.</summary>
internal static class Answers
{
    public static IResult Ok<T>(T value) => Results.Json(value, SandboxJson.Options);
    public static IResult Empty() => Results.StatusCode(StatusCodes.Status204NoContent);

    /// <summary>The platform's error body.</summary>
    public static IResult Error(int status, string message) =>
        Results.Json(new { status = false, message }, SandboxJson.Options, statusCode: status);

    public static IResult Missing(string what) => Error(StatusCodes.Status404NotFound, $"No such {what}");
    public static IResult Bad(string message) => Error(StatusCodes.Status400BadRequest, message);
}
