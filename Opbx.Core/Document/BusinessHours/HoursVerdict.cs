using Opbx.Core.Document.Prompts;

namespace Opbx.Core.Document.BusinessHours;

/// <summary>Whether a schedule is open at an instant, why, and where its calls go.</summary>
/// <param name="Code">The reason's stable code, for example <c>closedByException</c>.</param>
/// <param name="Sentence">The reason in plain words, with the names of schedule and exception.</param>
/// <param name="Destination">Where the call goes.</param>
/// <param name="Prompt">What is played before, when the exception has a prompt.</param>
public sealed record HoursVerdict(
    HoursState State,
    HoursCause Cause,
    string Code,
    string Sentence,
    Destination Destination,
    PromptValue? Prompt = null,
    string? Exception = null)
{
    public bool IsOpen => State == HoursState.Open;
}

/// <summary>What decided whether a schedule is open.</summary>
public enum HoursCause
{
    Inactive,

    /// <summary>Opened or closed by hand.</summary>
    Override,

    Exception,
    Range,

    /// <summary>No range covers the instant.</summary>
    Nothing,
}
