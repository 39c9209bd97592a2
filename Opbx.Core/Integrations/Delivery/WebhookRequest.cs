namespace Opbx.Core.Integrations.Delivery;

/// <summary>A request ready to be sent, byte for byte.</summary>
internal sealed record WebhookRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>Path and query are sent exactly as given.</summary>
    public required Uri Url { get; init; }

    /// <summary>All headers except content headers, in the order they are sent.</summary>
    public required IReadOnlyList<RequestHeader> Headers { get; init; }

    /// <summary>Null for GET, empty for POST with values in the query string.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Null when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Texts that must not appear in the log even if a receiver echoes them.</summary>
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
