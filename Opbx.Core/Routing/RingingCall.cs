namespace Opbx.Core.Routing;

/// <summary>A call that goes on, with all that a document for it needs; mostly one that rings.</summary>
/// <param name="Stage">The number of its last request.</param>
public sealed record RingingCall(string Token, int Stage, CallDirection Direction, string From, string To, string? PhoneNumber,
    string? Caller, IReadOnlyList<string> Extensions);
