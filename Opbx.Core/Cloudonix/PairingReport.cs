namespace Opbx.Core.Cloudonix;

/// <summary>What pairing, unpairing or a repair did.</summary>
/// <param name="Steps">The steps in their order.</param>
public sealed record PairingReport(IReadOnlyList<PairingStep> Steps);

/// <param name="Name">What it is about, for example <c>Voice application</c>.</param>
/// <param name="Result">What came of it, for example <c>created</c>.</param>
public sealed record PairingStep(string Name, string Result);
