namespace Opbx.Portal.Api;

/// <summary>Describes an endpoint that reads its own request, for the OpenAPI document.</summary>
/// <param name="Body">Type of the JSON body; null when there is none.</param>
/// <param name="Answer">Type of the JSON response; null when it is not described.</param>
/// <param name="IsList">Whether the response is a page of these.</param>
internal sealed record ApiShape(Type? Body = null, Type? Answer = null, bool IsList = false,
    IReadOnlyList<(string Name, string Meaning)>? Query = null);

internal static class ApiShapes
{
    private static readonly (string, string)[] OfLists =
    [
        ("search", "A text that must occur in number, name or notes."),
        ("limit", "How many items at most: 1 to 500, 100 when absent."),
        ("cursor", "Where the part begins: nextCursor of the part before."),
    ];

    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder endpoint) => endpoint.WithBody(typeof(T));

    public static RouteHandlerBuilder WithBody(this RouteHandlerBuilder endpoint, Type body) =>
        endpoint.WithMetadata(new ApiShape(Body: body));

    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, Type answer) =>
        endpoint.WithMetadata(new ApiShape(Answer: answer));

    /// <summary>A paged list, of items of this type when one is named.</summary>
    public static RouteHandlerBuilder Lists(this RouteHandlerBuilder endpoint, Type? item = null, params (string, string)[] filters) =>
        endpoint.WithMetadata(new ApiShape(Answer: item, IsList: item is not null, Query: [.. filters, .. OfLists]));

    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params (string, string)[] query) =>
        endpoint.WithMetadata(new ApiShape(Query: query));
}
