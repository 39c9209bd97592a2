using Opbx.Core.Document.BusinessHours;

namespace Opbx.Core.Routing.Commands;

/// <summary>Something the portal has to do because of a call. The router only returns it; simulations ignore it.</summary>
public abstract record RouterCommand;

/// <summary>Overrides every schedule of the PBX, or removes the override.</summary>
/// <param name="ByHand">The override; null when the business hours apply again.</param>
public sealed record SwitchHours(HoursState? ByHand, string Dialled, string By) : RouterCommand;

/// <summary>Moves a ringing call into the conference where the person who picks it up waits.</summary>
public sealed record PickUp(RingingCall Call, string By, string Session) : RouterCommand;
