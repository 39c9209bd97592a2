namespace Opbx.Core.Integrations.Delivery;

/// <summary>A request ready to be sent: the exact bytes.</summary>
internal sealed record WebhookRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>Where it goes; its path and query are sent as they stand here.</summary>
    public required Uri Url { get; init; }

    /// <summary>All headers but the content's, in the order they are sent.</summary>
    public required IReadOnlyList<RequestHeader> Headers { get; init; }

    /// <summary>The body; null for GET, empty for POST with values in the query string.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body's type; null when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Texts that must not appear in the log although a receiver may repeat them.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}

/// <param name="Shown">What the log shows instead of the value.</param>
internal sealed record RequestHeader(string Name, string Value, string Shown)
{
    public RequestHeader(string name, string value)
        : this(name, value, value)
    {
    }
}
