using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Routing.Commands;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>Picks up a call that rings elsewhere: both legs meet in a conference that ends when either of them leaves.</summary>
internal static class PickupStep
{
    public static Move Enter(Walk walk, string caller, string extension)
    {
        if (walk.Context.Lines.RingingAt(extension, walk.Facts.Token) is not { } ringing)
        {
            walk.Explain("pickup", "extension", extension, "nothingRings", $"Nothing rings at extension {extension}.");
            return walk.SayGoodbye(Sentences.NothingRings);
        }
        walk.Explain("pickup", "extension", extension, "pickedUp",
            $"Extension {caller} picks up the call of {ringing.From} that rings at {extension}.");
        walk.Command(new PickUp(ringing, caller, walk.Facts.Token));
        return Meet(walk, RoomOf(ringing.Token), record: false);
    }

    public static Move BringIn(Walk walk, string by)
    {
        walk.Reach(by);
        walk.Explain("pickup", "extension", by, "pickedUpBy", $"Extension {by} picked up the call.");
        return Meet(walk, RoomOf(walk.State.Session), RecordingChoice.NumberRecords(walk));
    }

    /// <summary>A second request of the call that rang: the platform does not always drop the document a call was taken from.</summary>
    public static Move Again(Walk walk, string room)
    {
        walk.Explain("pickup", null, null, "pickedUpAlready", "The call was picked up meanwhile, so it stays with who picked it up.");
        return Meet(walk, room, record: false);
    }

    public static string RoomOf(string token) => "pickup-" + token;

    private static Move.Stop Meet(Walk walk, string room, bool record)
    {
        walk.Happened(new ConferenceEntered(room));
        var meeting = new ConferenceRoom { Name = room, MaxParticipants = 2, Beep = false, WaitForHost = true, Record = record };
        // Both are hosts: the conference begins with the first and ends when one leaves, and then both calls are over.
        return new Move.Stop(new EnterConference(meeting, Host: true, walk.Next(Wait.Conference, room)) { IsLast = true });
    }
}
