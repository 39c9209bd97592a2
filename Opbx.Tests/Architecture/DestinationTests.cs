using System.Reflection;
using System.Text.Json.Serialization;
using Opbx.Core.Document;

namespace Opbx.Tests.Architecture;

/// <summary>Where destinations are told apart, each knows every kind, or is listed here with those that it treats like the rest.</summary>
public sealed class DestinationTests
{
    public static TheoryData<string, string> Places => new()
    {
        { "Opbx.Core/Document/References/ReferenceMap.cs", "External CustomLogic Hangup Reject" },
        { "Opbx.Core/Routing/Steps/Destinations.cs", "" },
        { "Opbx.Core/Routing/Steps/Availability.cs", "BusinessHours Voicemail External Announcement CustomLogic Hangup Reject" },
        { "Opbx.Core/Calls/Control/TransferTargets.cs", "External Announcement CustomLogic Hangup Reject" },
        { "Opbx.Core/Users/SelfService/OwnDestinations.cs", "Announcement CustomLogic" },
        { "Opbx.Portal/Components/Objects/DestinationType.cs", "" },
        { "Opbx.Portal/Components/Objects/DestinationText.cs", "" },
    };

    [Theory, MemberData(nameof(Places))]
    public void Every_destination_is_handled_where_destinations_are_told_apart(string file, string likeTheRest)
    {
        var kinds = typeof(Destination).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType.Name).ToList();
        Assert.True(kinds.Count > 10);
        var rest = likeTheRest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"{name}Destination").ToList();
        Assert.Empty(rest.Except(kinds));
        var text = Repository.Read(file);

        Offenders.None(kinds.Where(kind => text.Contains(kind, StringComparison.Ordinal) == rest.Contains(kind)));
    }
}
