namespace Opbx.Core.Prompts;

/// <param name="Extension">With the dot.</param>
public sealed record AudioFacts(string Extension, TimeSpan Length);
