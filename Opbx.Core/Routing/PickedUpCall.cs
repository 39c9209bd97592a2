namespace Opbx.Core.Routing;

/// <summary>A call that was picked up elsewhere, or transferred manually.</summary>
/// <param name="Room">The conference in which both meet; null when moving the call failed, so that it continues to ring.</param>
/// <param name="Stage">The last stage number used for it.</param>
public sealed record PickedUpCall(string? Room, int Stage)
{
    /// <summary>Set by a later manual transfer; <see cref="Stage"/> is then the number of the request that asks for it.</summary>
    public Transfer? Transfer { get; init; }
}
