using Opbx.Core.Document.Prompts;

namespace Opbx.Core.Document.BusinessHours;

/// <summary>Whether a schedule is open at an instant, why, and where its calls go.</summary>
/// <param name="Code">Stable reason code, for example <c>closedByException</c>.</param>
/// <param name="Sentence">The reason for people, naming the schedule and the exception.</param>
/// <param name="Prompt">Played before the destination, when the exception has a prompt.</param>
public sealed record HoursVerdict(HoursState State, HoursCause Cause, string Code, string Sentence, Destination Destination,
    PromptValue? Prompt = null, string? Exception = null)
{
    public bool IsOpen => State == HoursState.Open;
}

public enum HoursCause
{
    Inactive,
    Override,
    Exception,
    Range,
    /// <summary>No range contains the instant.</summary>
    Nothing,
}
