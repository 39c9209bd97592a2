namespace Opbx.Core.Routing.Steps;

/// <summary>One dial of a group.</summary>
/// <param name="Members">Who rings together; extensions, or outside numbers of one trunk and caller number.</param>
/// <param name="Timeout">For how long, in seconds.</param>
internal sealed record GroupAttempt(IReadOnlyList<LiveMember> Members, int Timeout);
