namespace Opbx.Core.Reports;

/// <summary>The calls of one extension.</summary>
/// <param name="Rang">Calls that rang there, each once.</param>
/// <param name="Others">Those that somebody else answered, or of which nobody knows who did.</param>
/// <param name="Nobody">Those that nobody answered.</param>
/// <param name="Outgoing">Calls that it made, to the outside or to colleagues.</param>
public sealed record ExtensionTally(string Number, int Rang, int Answered, int Others, int Nobody, int Outgoing, Talk Talk);
