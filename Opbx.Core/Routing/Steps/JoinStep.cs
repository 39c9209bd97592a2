using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>A phone joins a live call: to listen, to whisper to the colleague, or to talk with both sides.</summary>
internal static class JoinStep
{
    public static Move Enter(Walk walk, RingingCall call, JoinKind how)
    {
        var (code, what) = how switch {
            JoinKind.Listen => ("listens", "listens to the call"),
            JoinKind.Whisper => ("whispers", "listens to the call, and only the colleague hears what is said"),
            JoinKind.Barge => ("barges", "joins the talk, heard by both sides"),
        };
        walk.Reach("Supervision");
        walk.Explain("join", "extension", walk.State.Caller, code, $"Extension {walk.State.Caller} {what} of {call.From}.");
        walk.Happened(new CallJoined(call.Token));
        return new Move.Stop(new Join(call.Token, how, call.Direction == CallDirection.Inbound ? CallSide.Called : CallSide.Calling));
    }
}
