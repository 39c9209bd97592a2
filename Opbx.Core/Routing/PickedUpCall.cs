namespace Opbx.Core.Routing;

/// <summary>A call that was picked up elsewhere, or sent elsewhere by hand.</summary>
/// <param name="Room">The conference in which both meet; null when moving the call failed, so that it rings on.</param>
/// <param name="Stage">The last stage number that was used for it.</param>
public sealed record PickedUpCall(string? Room, int Stage)
{
    /// <summary>Where the call was transferred to by hand afterwards; then <see cref="Stage"/> is the number of the request that asks for
    /// it.</summary>
    public Transfer? Transfer { get; init; }
}
