using Opbx.Core.Calls;

namespace Opbx.Core.Reports;

/// <summary>Accumulates an <see cref="ExtensionTally"/>.</summary>
internal sealed class ExtensionCount
{
    private readonly TalkCount _talk = new();
    private int _rang;
    private int _answered;
    private int _others;
    private int _nobody;
    private int _outgoing;

    /// <summary>Counts a call that the extension made, or that rang there.</summary>
    public void Add(string extension, ReportedCall call)
    {
        if (call.CallerExtension == extension)
        {
            _outgoing++;
            return;
        }
        _rang++;
        if (call.Disposition != Disposition.Answered)
        {
            _nobody++;
        }
        else if (call.AnsweredBy == extension)
        {
            _answered++;
            _talk.Add(call);
        }
        else
        {
            _others++;
        }
    }

    public ExtensionTally Sum(string extension) => new(extension, _rang, _answered, _others, _nobody, _outgoing, _talk.Sum());
}
