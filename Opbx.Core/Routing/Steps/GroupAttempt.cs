namespace Opbx.Core.Routing.Steps;

/// <summary>One dial of a group.</summary>
/// <param name="Members">Extensions, or outside numbers with the same trunk and caller number, that ring together.</param>
/// <param name="Timeout">In seconds.</param>
internal sealed record GroupAttempt(IReadOnlyList<LiveMember> Members, int Timeout);
