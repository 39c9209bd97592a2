using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Routing.Outbound;

namespace Opbx.Core.Routing.Steps;

internal static class GroupMembers
{
    /// <summary>Members in order, without those that are inactive, on do not disturb, or on a call (also this one's caller).</summary>
    public static IReadOnlyList<LiveMember> Live(Walk walk, RingGroup group) =>
        [.. group.Members.OrderBy(m => m.Order).Select(m => m.External is null ? Phone(walk, group, m) : Outside(walk, m))
            .OfType<LiveMember>()];

    private static LiveMember? Phone(Walk walk, RingGroup group, RingGroupMember member) =>
        walk.Plan.Extensions.GetValueOrDefault(member.Extension ?? "") is UserExtension { Active: true, DoNotDisturb: false } user
        && !(group.SkipBusy && (user.Number == walk.State.Caller || walk.Context.Lines.IsBusy(user.Number)))
            ? new LiveMember(member, user.Number, null)
            : null;

    private static LiveMember? Outside(Walk walk, RingGroupMember member)
    {
        switch (OutsideStep.Decide(walk, member.External!, rights: null))
        {
            case OutboundDecision.Allowed allowed:
                return new LiveMember(member, allowed.Number, allowed);
            case OutboundDecision.Refused refused:
                walk.Explain("ringGroup", "external", member.External, refused.Code, $"{member.External} is passed by: {refused.Sentence}");
                return null;
            default:
                return null;
        }
    }
}
