namespace Opbx.Core.Document.RingGroups;

public static class RingGroupRules
{
    public static void Check(RingGroup group, string at, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, member) in group.Members.Index())
        {
            var place = JsonPointer.Item(at + "/members", index);
            if ((member.Extension is null) == (member.External is null))
                errors.Add(place, "A member is either an extension or an outside number.");
            else if (!seen.Add(member.Extension ?? member.External!)) errors.Add(place, "This member is in the group already.");
            if (member.Delay >= group.RingTimeout && member.Delay > 0)
                errors.Add(place + "/delay", "The delay must be shorter than the ring time of the group.");
        }
    }
}
