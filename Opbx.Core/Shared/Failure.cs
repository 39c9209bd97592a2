namespace Opbx.Core.Shared;

/// <summary>An expected failure.</summary>
/// <param name="Message">What happened and what to do, without technical terms.</param>
/// <param name="Errors">For <see cref="FailureKind.Invalid"/>: sentences by JSON pointer.</param>
/// <param name="Places">For <see cref="FailureKind.Conflict"/>: where it is used.</param>
public sealed record Failure(FailureKind Kind, string Message, FieldErrors? Errors = null, IReadOnlyList<string>? Places = null)
{
    public static Failure NotFound(string what) => new(FailureKind.NotFound, $"{what} does not exist.");
    public static Failure Forbidden() => new(FailureKind.Forbidden, "You do not have permission for this.");
    public static Failure Stale() => new(FailureKind.Stale, "Somebody else changed this meanwhile. Load it again and repeat your change.");
    public static Failure Invalid(FieldErrors errors) => new(FailureKind.Invalid, "Some values need attention.", errors);
}
