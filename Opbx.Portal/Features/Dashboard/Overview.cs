using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Dashboard;

/// <param name="Steps">Steps to the first call; empty for people who cannot set anything up.</param>
/// <param name="Attention">Worst first.</param>
/// <param name="Today">Null for people who cannot see the calls.</param>
public sealed record Overview(IReadOnlyList<OverviewStep> Steps, IReadOnlyList<OverviewNotice> Attention, OverviewToday? Today);

public sealed record OverviewStep(string Title, string Text, bool Done, string? Path, string? Action);

/// <summary>A problem: what happened, what it means for callers, and where to fix it.</summary>
public sealed record OverviewNotice(Tone Tone, string Title, string Text, string? Path = null, string? Action = null);

/// <summary>Calls since midnight in the phone system's zone.</summary>
public sealed record OverviewToday(int Live, int Total, int Answered, int Missed, int Messages, IReadOnlyList<OverviewCall> LastMissed);

public sealed record OverviewCall(string From, string To, DateTimeOffset At);
