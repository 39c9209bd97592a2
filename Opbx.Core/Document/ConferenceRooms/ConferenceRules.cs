namespace Opbx.Core.Document.ConferenceRooms;

public static class ConferenceRules
{
    public static void Check(ConferenceRoom room, string at, FieldErrors errors)
    {
        if (room.HostPin is { } host && host == room.Pin) errors.Add(at + "/hostPin", "The host's PIN must differ from the callers' PIN.");
        if (room.WaitForHost && room.HostPin is null)
            errors.Add(at + "/waitForHost", "Waiting for the host needs a PIN by which the host is known.");
    }
}
