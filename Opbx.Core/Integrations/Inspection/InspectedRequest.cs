namespace Opbx.Core.Integrations.Inspection;

/// <summary>A request that arrived at an inspector.</summary>
public sealed record InspectedRequest
{
    /// <summary>Number within its inspector, from 1.</summary>
    public int Number { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Method { get; init; }

    /// <summary>The part of the path after the inspector's URL; may be empty.</summary>
    public required string Path { get; init; }

    /// <summary>The raw query string without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>Credentials are masked.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required string Body { get; init; }

    /// <summary>Bytes of the whole body.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Whether this portal sent it.</summary>
    public bool Ours { get; init; }

    public required SignatureVerdict Signature { get; init; }

    /// <summary>Approximate memory in bytes.</summary>
    internal int Size => 500 + (2 * (Path.Length + Query.Length + Body.Length)) + Headers.Sum(h => 2 * (h.Key.Length + h.Value.Length));
}

/// <param name="Integration">The integration whose secret signed it, when it is valid.</param>
public sealed record SignatureVerdict(SignatureFinding Finding, string? Integration = null);

public enum SignatureFinding
{
    Missing,
    /// <summary>Signed by an integration of the organization.</summary>
    Valid,
    /// <summary>Signed by an integration, but more than five minutes ago.</summary>
    Old,
    /// <summary>Not signed by any integration of the organization.</summary>
    Wrong,
}
