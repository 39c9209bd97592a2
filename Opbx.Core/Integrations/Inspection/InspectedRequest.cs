namespace Opbx.Core.Integrations.Inspection;

/// <summary>A request that arrived at an inspector.</summary>
public sealed record InspectedRequest
{
    /// <summary>Number within its inspector, from 1.</summary>
    public int Number { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Method { get; init; }

    /// <summary>What follows the inspector's address in the path; empty for nothing.</summary>
    public required string Path { get; init; }

    /// <summary>The raw query string without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>The headers; credentials are masked.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required string Body { get; init; }

    /// <summary>Length of the whole body in bytes.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Whether this portal sent it.</summary>
    public bool Ours { get; init; }

    public required SignatureVerdict Signature { get; init; }

    /// <summary>Roughly how much memory it takes, in bytes.</summary>
    internal int Size => 500 + (2 * (Path.Length + Query.Length + Body.Length)) + Headers.Sum(h => 2 * (h.Key.Length + h.Value.Length));
}

/// <summary>What became of a request's signature.</summary>
/// <param name="Integration">The integration whose secret signed it, when it is valid.</param>
public sealed record SignatureVerdict(SignatureFinding Finding, string? Integration = null);

/// <summary>Whether a signature is right.</summary>
public enum SignatureFinding
{
    Missing,

    /// <summary>An integration of the organization signed it.</summary>
    Valid,

    /// <summary>It was signed by an integration, but more than five minutes ago.</summary>
    Old,

    /// <summary>No integration of the organization signed this.</summary>
    Wrong,
}
