using Microsoft.AspNetCore.Mvc;

namespace Opbx.Portal.Api;

/// <summary>Expected failures as problem details (RFC 9457).</summary>
public static class Problems
{
    public static IResult From(Failure failure)
    {
        var problem = new ProblemDetails { Status = Status(failure.Kind), Title = Title(failure.Kind), Detail = failure.Message };
        if (failure.Errors is { } errors) problem.Extensions["errors"] = errors.ByPointer;
        if (failure.Places is { } places) problem.Extensions["places"] = places;
        return Results.Problem(problem);
    }

    /// <summary>For a request that cannot be read.</summary>
    public static IResult Create(int status, string title, string detail) =>
        Results.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail });

    /// <summary>422 with one error.</summary>
    public static IResult Invalid(string pointer, string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(pointer, sentence);
        return From(Failure.Invalid(errors));
    }

    private static int Status(FailureKind kind) => kind switch {
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Stale => StatusCodes.Status412PreconditionFailed,
        FailureKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.Upstream => StatusCodes.Status502BadGateway,
        FailureKind.UpstreamTimeout => StatusCodes.Status504GatewayTimeout,
    };

    private static string Title(FailureKind kind) => kind switch {
        FailureKind.NotFound => "Not found",
        FailureKind.Conflict => "Conflict",
        FailureKind.Stale => "Changed meanwhile",
        FailureKind.Invalid => "Invalid input",
        FailureKind.Forbidden => "Not allowed",
        FailureKind.Upstream => "Cloudonix answered with an error",
        FailureKind.UpstreamTimeout => "Cloudonix did not answer",
    };
}
