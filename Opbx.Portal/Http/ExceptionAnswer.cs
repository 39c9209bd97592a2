using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace Opbx.Portal.Http;

/// <summary>The response to an unhandled exception: a reference number that finds the log line, never the exception's text.</summary>
internal sealed class ExceptionAnswer(ILogger<ExceptionAnswer> log) : IExceptionHandler
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad)
        {
            await AnswerAsync(context, bad.StatusCode,
                bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is too large" : "The request cannot be read", null);
            return true;
        }

        var reference = RandomNumberGenerator.GetString(Letters, 8);
        HostingLog.RequestFailed(log, exception, RequestLog.Method(context), RequestLog.Route(context), reference);
        await AnswerAsync(context, StatusCodes.Status500InternalServerError, "Something went wrong on our side", reference);
        return true;
    }

    private static Task AnswerAsync(HttpContext context, int status, string title, string? reference)
    {
        var detail = reference is null ? null
            : $"Please try again. If it happens again, tell your administrator the reference {reference}.";
        if (ProgramPaths.IsForPrograms(context))
            return TypedResults.Problem(title: title, statusCode: status, detail: detail,
                extensions: reference is null ? null : [new("reference", reference)]).ExecuteAsync(context);

        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
            <style>body {"{"} font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem;
            color-scheme: light dark {"}"}</style></head>
            <body><main><h1>{title}</h1><p>{detail}</p><p><a href="/">Back to the start page</a></p></main></body>
            </html>
            """, context.RequestAborted);
    }
}
