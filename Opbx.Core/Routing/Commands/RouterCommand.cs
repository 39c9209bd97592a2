using Opbx.Core.Document.BusinessHours;

namespace Opbx.Core.Routing.Commands;

/// <summary>Something the portal has to do because of a call. The router only says so; simulations do nothing of it.</summary>
public abstract record RouterCommand;

/// <summary>Opens or closes every schedule of the PBX by hand, or takes that back.</summary>
/// <param name="ByHand">The state by hand; null when the business hours apply again.</param>
public sealed record SwitchHours(HoursState? ByHand, string Dialled, string By) : RouterCommand;

/// <summary>Brings a call that rings into the conference where the one who picks it up waits.</summary>
public sealed record PickUp(RingingCall Call, string By, string Session) : RouterCommand;
