using System.Diagnostics.CodeAnalysis;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The result of a request to Cloudonix: a value or an error.</summary>
public readonly struct CloudonixOutcome<T>
{
    private CloudonixOutcome(T? value, CloudonixError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>Meaningless when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    public CloudonixError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    public static implicit operator CloudonixOutcome<T>(T value) => new(value, null);

    /// <summary>For values of interface types, which have no implicit conversion.</summary>
    public static CloudonixOutcome<T> From(T value) => new(value, null);

    public static implicit operator CloudonixOutcome<T>(CloudonixError error) => new(default, error);
}

public enum CloudonixErrorKind
{
    /// <summary>The key is wrong or has no access to this object (401 and 403 alike).</summary>
    NotAuthorised,
    NotFound,
    /// <summary>The request was understood and refused.</summary>
    Rejected,
    /// <summary>Too many requests, even after waiting.</summary>
    RateLimited,
    /// <summary>Not reachable, or an internal error.</summary>
    Unavailable,
    TimedOut,
    /// <summary>The response makes no sense.</summary>
    Unreadable,
}

/// <param name="Kind">Determines whether a retry can help.</param>
/// <param name="Detail">What Cloudonix said, shortened and without the key; may be empty.</param>
public sealed record CloudonixError(CloudonixErrorKind Kind, string Detail = "")
{
    /// <summary>Whether the request may have taken effect although there was no good response.</summary>
    public bool MayHaveTakenEffect =>
        Kind is CloudonixErrorKind.Unavailable or CloudonixErrorKind.TimedOut or CloudonixErrorKind.Unreadable;

    /// <summary>Whether only this request failed, so that others can still succeed.</summary>
    public bool ConcernsOneObject => Kind is CloudonixErrorKind.Rejected or CloudonixErrorKind.NotFound;

    public string Sentence => Kind switch {
        CloudonixErrorKind.NotAuthorised => "Cloudonix does not accept the API key for this domain.",
        CloudonixErrorKind.NotFound => "Cloudonix does not know this object.",
        CloudonixErrorKind.Rejected => Detail.Length > 0 ? $"Cloudonix refused the request: {Detail}" : "Cloudonix refused the request.",
        CloudonixErrorKind.RateLimited => "Cloudonix asks for a pause because of too many requests.",
        CloudonixErrorKind.Unavailable => "Cloudonix is not available at the moment.",
        CloudonixErrorKind.TimedOut => "Cloudonix did not answer in time.",
        CloudonixErrorKind.Unreadable => "Cloudonix gave an answer that makes no sense.",
    };

    /// <summary>The failure returned by editors and endpoints.</summary>
    /// <param name="step">What was being done, for example <c>Check the domain</c>.</param>
    public Failure ToFailure(string step) => new(
        Kind switch {
            CloudonixErrorKind.NotAuthorised or CloudonixErrorKind.NotFound or CloudonixErrorKind.Rejected => FailureKind.Invalid,
            CloudonixErrorKind.RateLimited or CloudonixErrorKind.Unavailable or CloudonixErrorKind.Unreadable => FailureKind.Upstream,
            CloudonixErrorKind.TimedOut => FailureKind.UpstreamTimeout,
        },
        $"{step}: {Sentence}");
}
