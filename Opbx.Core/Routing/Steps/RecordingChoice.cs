using Opbx.Core.Document.Extensions;

namespace Opbx.Core.Routing.Steps;

internal static class RecordingChoice
{
    /// <summary>A call to an extension: recorded when the called number or the person has recording on.</summary>
    public static bool Inbound(Walk walk, UserExtension? user) =>
        NumberRecords(walk) || user?.Record is RecordCalls.Inbound or RecordCalls.All;

    public static bool NumberRecords(Walk walk) => walk.State.PhoneNumber is { } number && walk.Plan.FindNumber(number)?.Record == true;
}
