using Opbx.Core.Document.RingGroups;
using Opbx.Core.Routing.Outbound;

namespace Opbx.Core.Routing.Steps;

/// <summary>A member that can ring now.</summary>
/// <param name="Target">The extension's number, or the outside number as dialled.</param>
/// <param name="Outside">How an outside number is dialled; null for extensions.</param>
internal sealed record LiveMember(RingGroupMember Member, string Target, OutboundDecision.Allowed? Outside)
{
    public string Key => Member.Extension ?? Member.External!;
}
