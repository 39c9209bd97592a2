using Opbx.Core.Calls.Recordings;

namespace Opbx.Core.Privacy;

/// <summary>What is stored about a number.</summary>
/// <param name="Places">Objects of the configuration that contain it; these are changed by hand.</param>
public sealed record PersonalData(string Masked, PersonalDataCounts Counts, IReadOnlyList<string> Places);

/// <param name="Decisions">Answered requests of these calls, with their traces and documents.</param>
/// <param name="Messages">The platform's messages about these calls.</param>
/// <param name="Mentions">Other entries that mention it, for example calls that were forwarded to it.</param>
public sealed record PersonalDataCounts(int Calls, int Decisions, int Messages, int Recordings, int Voicemail, int Events, int Deliveries,
    int Mentions)
{
    public int Total => Calls + Decisions + Messages + Recordings + Voicemail + Events + Deliveries + Mentions;
}

/// <summary>What was found: ids only.</summary>
internal sealed record FoundData
{
    public required IReadOnlyList<Guid> Calls { get; init; }
    public required IReadOnlyList<Recording> Recordings { get; init; }
    public required IReadOnlyList<string> Events { get; init; }
    public required FoundMentions Mentions { get; init; }
    public required PersonalData Summary { get; init; }
}

/// <summary>Rows that stay, but mention the number.</summary>
internal sealed record FoundMentions(
    IReadOnlyList<Guid> Calls, IReadOnlyList<Guid> Stages, IReadOnlyList<Guid> Messages, IReadOnlyList<Guid> Recordings,
        IReadOnlyList<string> Events, IReadOnlyList<long> Attempts, IReadOnlyList<Guid> History)
{
    public int Count => Calls.Count + Stages.Count + Messages.Count + Recordings.Count + Events.Count + Attempts.Count + History.Count;
}
