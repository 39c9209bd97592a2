namespace Opbx.Core.Prompts;

/// <summary>What an audio file is, by its content.</summary>
/// <param name="Extension">The ending of its name, with the dot.</param>
public sealed record AudioFacts(string Extension, TimeSpan Length);
