namespace Opbx.Portal.Sandbox.Calls;

/// <summary>Something that happened in a call, in a sentence.</summary>
/// <param name="Cxml">The document, when the portal returned one.</param>
internal sealed record SandboxStep(DateTimeOffset At, SandboxStepKind Kind, string Sentence, string? Cxml = null);
