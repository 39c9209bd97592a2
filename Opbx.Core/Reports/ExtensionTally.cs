namespace Opbx.Core.Reports;

/// <summary>The calls of one extension.</summary>
/// <param name="Rang">Calls that rang there, each counted once.</param>
/// <param name="Others">Those answered by someone else or by an unknown party.</param>
/// <param name="Nobody">Those that nobody answered.</param>
/// <param name="Outgoing">Calls it made, external or internal.</param>
public sealed record ExtensionTally(string Number, int Rang, int Answered, int Others, int Nobody, int Outgoing, Talk Talk);
