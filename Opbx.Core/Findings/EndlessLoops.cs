using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.References;

namespace Opbx.Core.Findings;

/// <summary>Objects that pass a call in a circle without ringing or asking anybody, until it reaches the hop limit.</summary>
internal static class EndlessLoops
{
    public static IEnumerable<Finding> Find(PbxDocument document)
    {
        var onward = Onward(document);
        foreach (var (index, schedule) in document.BusinessHours.Index())
            if (Returns(new ObjectRef(ObjectKind.BusinessHours.Name, schedule.Name), onward))
                yield return Loop($"/businessHours/{index}", $"The business hours \"{schedule.Name}\"");
        foreach (var (index, extension) in document.Extensions.Index())
            if (Returns(new ObjectRef(ObjectKind.Extensions.Name, extension.Number), onward))
                yield return Loop($"/extensions/{index}", $"Extension {extension.Number}");
    }

    private static Finding Loop(string path, string what) =>
        new("endlessLoop", FindingSeverity.Warning, path,
            $"{what} can lead back to itself without anybody being rung. Callers hear an apology or reach the safety destination. " +
                "Change one of the destinations on the way.");

    private static bool Returns(ObjectRef start, Dictionary<ObjectRef, List<ObjectRef>> onward)
    {
        var seen = new HashSet<ObjectRef>();
        var open = new Stack<ObjectRef>(onward.GetValueOrDefault(start) ?? []);
        while (open.TryPop(out var at))
        {
            if (at == start) return true;
            if (!seen.Add(at)) continue;
            foreach (var next in onward.GetValueOrDefault(at) ?? []) open.Push(next);
        }
        return false;
    }

    /// <summary>Where calls go from an object without ringing or asking.</summary>
    private static Dictionary<ObjectRef, List<ObjectRef>> Onward(PbxDocument document)
    {
        var onward = new Dictionary<ObjectRef, List<ObjectRef>>();
        foreach (var s in document.BusinessHours.Where(s => s.Active))
            onward[new(ObjectKind.BusinessHours.Name, s.Name)] = [.. Destinations(s).Select(Target).OfType<ObjectRef>()];
        foreach (var e in document.Extensions.Where(e => e.Active))
            onward[new(ObjectKind.Extensions.Name, e.Number)] = [.. Destinations(e).Select(Target).OfType<ObjectRef>()];
        return onward;
    }

    private static IEnumerable<Destination> Destinations(BusinessHoursSchedule schedule) =>
        [schedule.Open, schedule.Closed, .. schedule.Exceptions.Select(e => e.Destination).OfType<Destination>()];

    private static IEnumerable<Destination> Destinations(Extension extension) => extension switch {
        ForwardExtension forward => [forward.ForwardTo],
        UserExtension { Forwarding.Always: { } always } => [always],
        UserExtension { DoNotDisturb: true, Forwarding.Busy: { } busy } => [busy],
        _ => [],
    };

    private static ObjectRef? Target(Destination? destination) => destination switch {
        BusinessHoursDestination to => new ObjectRef(ObjectKind.BusinessHours.Name, to.Name),
        ExtensionDestination to => new ObjectRef(ObjectKind.Extensions.Name, to.Number),
        AnnouncementDestination to => Target(to.Then),
        _ => null,
    };
}

/// <summary>Groups in which nobody can ever ring.</summary>
internal static class EmptyGroups
{
    public static IEnumerable<Finding> Find(PbxDocument document)
    {
        var active = document.Extensions.OfType<UserExtension>().Where(e => e.Active).Select(e => e.Number)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (index, group) in document.RingGroups.Index())
            if (group.Active && !group.Members.Any(m => m.External is not null || active.Contains(m.Extension ?? "")))
                yield return new Finding("emptyGroup", FindingSeverity.Warning, $"/ringGroups/{index}/members",
                    $"Nobody of the ring group \"{group.Name}\" can be rung, so its calls go straight to its fallback. Switch a member " +
                        "on or add one.");
    }
}

/// <summary>References to inactive objects.</summary>
internal static class SwitchedOffTargets
{
    public static IEnumerable<Finding> Find(PbxDocument document)
    {
        var off = ObjectKind.All.SelectMany(kind => kind.Read(document).Where(o => !o.Active).Select(o => new ObjectRef(kind.Name, o.Key)))
            .ToHashSet();
        foreach (var reference in ReferenceMap.Find(document))
        {
            var member = reference.Pointer.StartsWith("/ringGroups/", StringComparison.Ordinal)
                && reference.Pointer.Contains("/members/", StringComparison.Ordinal);
            if (member || reference.Kind == ObjectKind.PhoneNumbers || !off.Contains(new ObjectRef(reference.Kind.Name, reference.Key)))
                continue;
            yield return new Finding("switchedOffTarget", FindingSeverity.Warning, reference.Pointer,
                $"Callers are led to the {reference.Kind.Noun} \"{reference.Key}\", which is switched off: they hear a sentence " +
                    "instead. Switch it on or choose another destination.");
        }
    }
}

/// <summary>Caller numbers that cannot be presented.</summary>
internal static class CallerNumbers
{
    public static IEnumerable<Finding> Find(PbxDocument document)
    {
        var off = document.PhoneNumbers.Where(n => !n.Active).Select(n => n.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in ReferenceMap.Find(document)
            .Where(r => r.Kind == ObjectKind.PhoneNumbers && off.Contains(r.Key)
                && !r.Pointer.StartsWith("/blockedCallers/", StringComparison.Ordinal)))
            yield return new Finding("callerNumberOff", FindingSeverity.Warning, reference.Pointer,
                $"{reference.Key} is switched off and is not presented to the people you call; another number is used, or the call is " +
                    "refused. Choose an active number.");
    }
}
