using System.Text.Json;
using System.Text.Unicode;
using Opbx.Core.Document.Reading;

namespace Opbx.Portal.Api;

/// <summary>Reads JSON bodies strictly: reports every error at once; unknown members are errors.</summary>
public static class ApiBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The body, or the problem to answer with.</summary>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpContext context, CancellationToken cancel)
        where T : class
    {
        var (value, problem) = await ReadAsync(typeof(T), context, cancel);
        return ((T?)value, problem);
    }

    public static async Task<(object? Value, IResult? Problem)> ReadAsync(Type type, HttpContext context, CancellationToken cancel)
    {
        var (document, problem) = await ElementAsync(context, cancel);
        if (document is null) return (null, problem);
        using (document)
        {
            var errors = new FieldErrors();
            var value = StrictReader.Read(type, document.RootElement, errors);
            return errors.IsEmpty ? (value, null) : (null, Problems.From(Failure.Invalid(errors)));
        }
    }

    public static async Task<(JsonDocument? Document, IResult? Problem)> ElementAsync(HttpContext context, CancellationToken cancel)
    {
        if (!context.Request.HasJsonContentType())
            return (null,
                Problems.Create(StatusCodes.Status415UnsupportedMediaType, "Unsupported content type",
                    "Send the body as application/json."));
        try
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, cancel);
            // The parser checks the encoding of texts only when they are read: too late for a clear answer.
            if (!Utf8.IsValid(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
                return (null, Problems.Create(StatusCodes.Status400BadRequest, "Unreadable body", "The body is not valid UTF-8."));
            var document = JsonDocument.Parse(bytes.ToArray(), Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return (document, null);
            document.Dispose();
            return (null, Problems.Create(StatusCodes.Status400BadRequest, "Unreadable body", "The body must be a JSON object."));
        }
        catch (JsonException)
        {
            return (null, Problems.Create(StatusCodes.Status400BadRequest, "Unreadable body", "The body is not valid JSON."));
        }
        catch (BadHttpRequestException e)
        {
            return (null,
                Problems.Create(e.StatusCode, "Unreadable body", e.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? "The body is too large." : "The body cannot be read."));
        }
    }
}
