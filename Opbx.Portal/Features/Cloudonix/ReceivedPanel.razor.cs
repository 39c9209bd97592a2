using Opbx.Portal.Components;
using Opbx.Portal.Features.Webhooks;

namespace Opbx.Portal.Features.Cloudonix;

public sealed partial class ReceivedPanel
{
    private const int Shown = 20;

    private IReadOnlyList<ReceivedMessage> _all = [];
    private int _refused;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ReceivedMessages Messages { get; set; } = default!;

    protected override void OnParametersSet() => Look();

    private static string Sentence(ReceivedMessage message) =>
        $"{Kind(message.Kind)}: {Result(message.Status)} ({message.Milliseconds} ms)";

    private static string Kind(string kind) => kind switch {
        "voice" => "Question what to do with a call",
        "session" => "News of a call",
        "cdr" => "Record of a call",
        _ => "News of a recording",
    };

    private static string Result(int status) => status switch {
        < 300 => "taken",
        StatusCodes.Status401Unauthorized => "refused, wrong key",
        StatusCodes.Status503ServiceUnavailable => "could not be stored and is sent again",
        _ => $"not understood ({status})",
    };

    private void Look()
    {
        _all = Messages.For(Session.PbxId);
        _refused = _all.Count(m => m.Status == StatusCodes.Status401Unauthorized);
    }
}
