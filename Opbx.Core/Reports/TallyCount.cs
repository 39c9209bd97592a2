using Opbx.Core.Calls;

namespace Opbx.Core.Reports;

/// <summary>Accumulates a <see cref="Tally"/>.</summary>
internal sealed class TallyCount
{
    private readonly TalkCount _talk = new();
    private int _total;
    private int _answered;
    private int _missed;
    private int _voicemail;
    private int _blocked;

    public void Add(ReportedCall call)
    {
        _total++;
        _talk.Add(call);
        switch (call.Disposition)
        {
            case Disposition.Answered: _answered++; break;
            case Disposition.Voicemail: _voicemail++; break;
            case Disposition.Blocked: _blocked++; break;
            case Disposition.Missed or Disposition.Busy or Disposition.Canceled or Disposition.Failed: _missed++; break;
        }
    }

    public Tally Sum() => new(_total, _answered, _missed, _voicemail, _blocked, _talk.Sum());
}
