namespace Opbx.Core.Cloudonix;

/// <summary>What pairing, unpairing or a repair did.</summary>
/// <param name="Steps">In order.</param>
public sealed record PairingReport(IReadOnlyList<PairingStep> Steps);

/// <param name="Name">The subject, for example <c>Voice application</c>.</param>
/// <param name="Result">The result, for example <c>created</c>.</param>
public sealed record PairingStep(string Name, string Result);
