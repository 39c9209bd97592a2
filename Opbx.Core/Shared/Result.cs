namespace Opbx.Core.Shared;

/// <summary>Why something expected did not happen.</summary>
public enum FailureKind
{
    /// <summary>It does not exist, or not for this person.</summary>
    NotFound,

    /// <summary>It is used elsewhere, exists already, or contradicts something.</summary>
    Conflict,

    /// <summary>Somebody else changed it meanwhile.</summary>
    Stale,

    /// <summary>The input breaks rules; see the errors.</summary>
    Invalid,

    /// <summary>The person may not do this.</summary>
    Forbidden,

    /// <summary>A service we depend on answered with an error.</summary>
    Upstream,

    /// <summary>A service we depend on did not answer in time.</summary>
    UpstreamTimeout,
}

/// <summary>An expected failure, in a sentence for people.</summary>
/// <param name="Message">What happened and what to do, without technical terms.</param>
/// <param name="Errors">For <see cref="FailureKind.Invalid"/>: sentences by JSON pointer.</param>
/// <param name="Places">For <see cref="FailureKind.Conflict"/>: where it is used.</param>
public sealed record Failure(FailureKind Kind, string Message, FieldErrors? Errors = null, IReadOnlyList<string>? Places = null)
{
    public static Failure NotFound(string what) => new(FailureKind.NotFound, $"{what} does not exist.");

    /// <summary>The person may not do this.</summary>
    public static Failure Forbidden() => new(FailureKind.Forbidden, "You do not have permission for this.");

    /// <summary>Somebody else changed it meanwhile.</summary>
    public static Failure Stale() => new(FailureKind.Stale, "Somebody else changed this meanwhile. Load it again and repeat your change.");

    /// <summary>The input breaks rules.</summary>
    public static Failure Invalid(FieldErrors errors) => new(FailureKind.Invalid, "Some values need attention.", errors);
}

/// <summary>A value, or the expected failure that came instead of it.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T>
{
    private Result(T? value, Failure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The value; meaningless when <see cref="Failure"/> is set.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Failure))]
    public bool Ok => Failure is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

/// <summary>Nothing, as the value of a <see cref="Result{T}"/>.</summary>
public readonly record struct Done;
