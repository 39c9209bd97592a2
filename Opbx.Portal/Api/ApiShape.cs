namespace Opbx.Portal.Api;

/// <summary>What the description of the API says about an endpoint that reads its request by itself.</summary>
/// <param name="Body">Type of the JSON body; null when it takes none.</param>
/// <param name="Answer">Type of the JSON answer; null when it is not described.</param>
/// <param name="IsList">Whether the answer is a part of a list of these.</param>
internal sealed record ApiShape(Type? Body = null, Type? Answer = null, bool IsList = false,
    IReadOnlyList<(string Name, string Meaning)>? Query = null);

/// <summary>Says it where endpoints are mapped.</summary>
internal static class ApiShapes
{
    private static readonly (string, string)[] OfLists =
    [
        ("search", "A text that must occur in number, name or notes."),
        ("limit", "How many items at most: 1 to 500, 100 when absent."),
        ("cursor", "Where the part begins: nextCursor of the part before."),
    ];

    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder endpoint) => endpoint.WithBody(typeof(T));

    /// <summary>The JSON body, of a type known at run time.</summary>
    public static RouteHandlerBuilder WithBody(this RouteHandlerBuilder endpoint, Type body) =>
        endpoint.WithMetadata(new ApiShape(Body: body));

    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, Type answer) =>
        endpoint.WithMetadata(new ApiShape(Answer: answer));

    /// <summary>A list that is read in parts; of items of this type when one is named.</summary>
    public static RouteHandlerBuilder Lists(this RouteHandlerBuilder endpoint, Type? item = null, params (string, string)[] filters) =>
        endpoint.WithMetadata(new ApiShape(Answer: item, IsList: item is not null, Query: [.. filters, .. OfLists]));

    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params (string, string)[] query) =>
        endpoint.WithMetadata(new ApiShape(Query: query));
}
