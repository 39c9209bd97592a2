using System.IO.Compression;
using Opbx.Core.Calls.Ingest;
using Opbx.Portal.Api;
using Opbx.Portal.Http;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Reads a message from a request, up to a size limit.</summary>
internal static class MessageRequest
{
    /// <summary>The decoded body, or the problem to answer with.</summary>
    public static async Task<(OpenedBody? Body, IResult? Problem)> OpenAsync(HttpRequest request, CancellationToken cancel)
    {
        if (HttpMethods.IsGet(request.Method)) return Readable(MessageBody.OpenQuery(request.QueryString.Value ?? ""));
        if (request.ContentLength > MessageBody.Longest) return (null, TooLarge());
        try
        {
            var zipped = string.Equals(request.Headers.ContentEncoding, "gzip", StringComparison.OrdinalIgnoreCase);
            await using var source = zipped ? new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true) : request.Body;
            var bytes = await BoundedBody.ReadAsync(source, MessageBody.Longest, cancel);
            return bytes is null ? (null, TooLarge()) : Readable(MessageBody.Open(bytes.AsSpan(), request.ContentType));
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : Unreadable());
        }
        catch (InvalidDataException)
        {
            return (null, Unreadable());
        }
    }

    private static (OpenedBody?, IResult?) Readable(OpenedBody? body) => body is null ? (null, Unreadable()) : (body, null);

    private static IResult Unreadable() =>
        Problems.Create(StatusCodes.Status400BadRequest, "Unreadable body", "Send one JSON object, or form fields.");

    private static IResult TooLarge() => Problems.Create(StatusCodes.Status413PayloadTooLarge, "Too large", "A message has up to 256 KB.");
}
