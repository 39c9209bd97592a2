namespace Opbx.Core.Reports;

/// <summary>Accumulates a <see cref="Talk"/>.</summary>
internal sealed class TalkCount
{
    private int _calls;
    private long _seconds;

    public void Add(ReportedCall call)
    {
        if (call.TalkSeconds is not { } seconds) return;
        _calls++;
        _seconds += seconds;
    }

    public Talk Sum() => new(_calls, _seconds);
}
