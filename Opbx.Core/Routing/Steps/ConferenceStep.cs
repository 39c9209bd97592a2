using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>A conference room, after its PIN.</summary>
internal static class ConferenceStep
{
    private const int MostTries = 3;
    private const int PinWait = 10;

    public static Move Enter(Walk walk, string name)
    {
        if (walk.Plan.Rooms.GetValueOrDefault(name) is not { } room) return Destinations.Gone(walk, "conference", name);
        walk.Reach(name);
        if (!room.Active)
        {
            walk.Explain("conference", "conference", name, "conferenceInactive", $"The conference room {name} is switched off.");
            return walk.SayGoodbye(Sentences.ConferenceInactive);
        }
        return room.Pin is null && room.HostPin is null ? Join(walk, room, host: false) : AskPin(walk, room, 1);
    }

    public static Move ResumePin(Walk walk)
    {
        if (walk.Plan.Rooms.GetValueOrDefault(walk.State.Key) is not { Active: true } room)
            return Destinations.Gone(walk, "conference", walk.State.Key);
        var pin = walk.Facts.Digits?.Trim().TrimEnd('#') ?? "";
        if (room.HostPin is { } hostPin && pin == hostPin) return Join(walk, room, host: true);
        // When only the host has a PIN, others enter without one.
        if (pin == (room.Pin ?? "")) return Join(walk, room, host: false);
        walk.Explain("conference", "conference", room.Name, "wrongPin", "The caller entered a wrong PIN.");
        walk.Say(Sentences.WrongPin);
        return walk.State.Turn >= MostTries ? Move.HangUp : AskPin(walk, room, walk.State.Turn + 1);
    }

    public static Move Left(Walk walk)
    {
        walk.Explain("conference", "conference", walk.State.Key, "conferenceLeft", "The conference is over for this caller.");
        return Move.HangUp;
    }

    private static Move AskPin(Walk walk, ConferenceRoom room, int turn)
    {
        walk.Explain("conference", "conference", room.Name, "askPin", $"The conference room {room.Name} asks for its PIN.");
        var prompt = walk.Audio(new PromptValue { Say = Sentences.AskPin })!;
        return new Move.Stop(new AskKeys([prompt], PinWait, 5, 20, HashEnds: true, walk.Next(Wait.Pin, room.Name) with { Turn = turn }));
    }

    private static Move Join(Walk walk, ConferenceRoom room, bool host)
    {
        walk.Explain("conference", "conference", room.Name, host ? "hostEnters" : "callerEnters", host
            ? $"The host enters the conference room {room.Name}." : $"The caller enters the conference room {room.Name}.");
        walk.Happened(new ConferenceEntered(room.Name));
        return new Move.Stop(new EnterConference(room, host, walk.Next(Wait.Conference, room.Name)));
    }
}
