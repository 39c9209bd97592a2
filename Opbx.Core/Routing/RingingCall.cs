namespace Opbx.Core.Routing;

/// <summary>A live call, usually ringing, with everything its documents need.</summary>
/// <param name="Stage">The number of its last request.</param>
public sealed record RingingCall(string Token, int Stage, CallDirection Direction, string From, string To, string? PhoneNumber,
    string? Caller, IReadOnlyList<string> Extensions);
