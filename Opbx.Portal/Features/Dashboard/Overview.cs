using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Dashboard;

/// <summary>What the dashboard shows.</summary>
/// <param name="Steps">The way to the first call; empty for people who cannot set anything up.</param>
/// <param name="Attention">What needs a look, the worst first.</param>
/// <param name="Today">The calls of today; null for people who may not see them.</param>
public sealed record Overview(IReadOnlyList<OverviewStep> Steps, IReadOnlyList<OverviewNotice> Attention, OverviewToday? Today);

/// <summary>A step on the way to the first call.</summary>
public sealed record OverviewStep(string Title, string Text, bool Done, string? Path, string? Action);

/// <summary>Something that needs a look: what happened, what it means for callers, and where to mend it.</summary>
public sealed record OverviewNotice(Tone Tone, string Title, string Text, string? Path = null, string? Action = null);

/// <summary>Calls since midnight in the phone system's zone.</summary>
public sealed record OverviewToday(int Live, int Total, int Answered, int Missed, int Messages, IReadOnlyList<OverviewCall> LastMissed);

public sealed record OverviewCall(string From, string To, DateTimeOffset At);
