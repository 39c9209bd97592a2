using System.Diagnostics.CodeAnalysis;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>What came of a request to Cloudonix: a value, or why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct CloudonixOutcome<T>
{
    private CloudonixOutcome(T? value, CloudonixError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; meaningless when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value.</summary>
    public CloudonixError? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    public static implicit operator CloudonixOutcome<T>(T value) => new(value, null);

    /// <summary>Wraps a value of an interface type, which no implicit conversion takes.</summary>
    public static CloudonixOutcome<T> From(T value) => new(value, null);

    public static implicit operator CloudonixOutcome<T>(CloudonixError error) => new(default, error);
}

/// <summary>Why Cloudonix did not do what was asked.</summary>
public enum CloudonixErrorKind
{
    /// <summary>The key is wrong or does not reach this object (401 and 403 alike).</summary>
    NotAuthorised,

    /// <summary>The object does not exist.</summary>
    NotFound,

    /// <summary>The request was understood and refused.</summary>
    Rejected,

    /// <summary>Too many requests, also after waiting.</summary>
    RateLimited,

    /// <summary>Not reachable, or an error of its own.</summary>
    Unavailable,

    TimedOut,

    /// <summary>An answer that makes no sense.</summary>
    Unreadable,
}

/// <summary>Why Cloudonix did not do what was asked.</summary>
/// <param name="Kind">The kind, which decides whether a repetition can help.</param>
/// <param name="Detail">What Cloudonix said about it, shortened and without the key; may be empty.</param>
public sealed record CloudonixError(CloudonixErrorKind Kind, string Detail = "")
{
    /// <summary>Whether the request may have taken effect although no good answer came.</summary>
    public bool MayHaveTakenEffect =>
        Kind is CloudonixErrorKind.Unavailable or CloudonixErrorKind.TimedOut or CloudonixErrorKind.Unreadable;

    /// <summary>Whether the fault lies in this one request, so that others can still succeed.</summary>
    public bool ConcernsOneObject => Kind is CloudonixErrorKind.Rejected or CloudonixErrorKind.NotFound;

    /// <summary>What happened, in a sentence for people.</summary>
    public string Sentence => Kind switch
    {
        CloudonixErrorKind.NotAuthorised => "Cloudonix does not accept the API key for this domain.",
        CloudonixErrorKind.NotFound => "Cloudonix does not know this object.",
        CloudonixErrorKind.Rejected => Detail.Length > 0 ? $"Cloudonix refused the request: {Detail}" : "Cloudonix refused the request.",
        CloudonixErrorKind.RateLimited => "Cloudonix asks for a pause because of too many requests.",
        CloudonixErrorKind.Unavailable => "Cloudonix is not available at the moment.",
        CloudonixErrorKind.TimedOut => "Cloudonix did not answer in time.",
        CloudonixErrorKind.Unreadable => "Cloudonix gave an answer that makes no sense.",
    };

    /// <summary>The failure that editors and endpoints answer with.</summary>
    /// <param name="step">What was being done, for example <c>Check the domain</c>.</param>
    public Failure ToFailure(string step) => new(
        Kind switch
        {
            CloudonixErrorKind.NotAuthorised or CloudonixErrorKind.NotFound or CloudonixErrorKind.Rejected => FailureKind.Invalid,
            CloudonixErrorKind.RateLimited or CloudonixErrorKind.Unavailable or CloudonixErrorKind.Unreadable => FailureKind.Upstream,
            CloudonixErrorKind.TimedOut => FailureKind.UpstreamTimeout,
        },
        $"{step}: {Sentence}");
}
