using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Routing.Commands;

namespace Opbx.Core.Calls.Commands;

/// <summary>Opens and closes the PBX when a phone asks for it: a change of the configuration like any other, with its history.</summary>
public sealed class DayNightSwitch(ConfigurationWriter writer, TimeProvider clock, ILogger<DayNightSwitch> log)
{
    /// <summary>Switches every active schedule; one already held in that state keeps its end and destination.</summary>
    public async Task SwitchAsync(EndpointOwner owner, SwitchHours order, CancellationToken cancel)
    {
        var actor = Actor.System(owner.OrganizationId, $"Extension {order.By} with {order.Dialled}");
        var outcome =
            await writer.ChangeAsync(
                actor, owner.PbxId, present =>
                    Draft.From(present.Document
                        with { BusinessHours = [.. present.Document.BusinessHours.Select(s => Switched(s, order.ByHand))] }), cancel);
        if (!outcome.Ok) CallLog.HoursNotSwitched(log, owner.PbxId, outcome.Failure.Message);
    }

    private BusinessHoursSchedule Switched(BusinessHoursSchedule schedule, HoursState? byHand) =>
        !schedule.Active || IsHeld(schedule, byHand) ? schedule
            : schedule with { Override = byHand is { } state ? new HoursOverride { State = state } : null };

    private bool IsHeld(BusinessHoursSchedule schedule, HoursState? byHand) =>
        schedule.Override is { } hand && hand.State == byHand && (hand.Until is not { } until || clock.GetUtcNow() < until);
}
