using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Why the rest of a document is not run.</summary>
internal abstract record VerbEnd
{
    private VerbEnd()
    {
    }

    /// <summary>Another document follows.</summary>
    internal sealed record Next(StageSource Source) : VerbEnd;

    /// <summary>The document ended the call; null keeps the call's status so far.</summary>
    internal sealed record Over(string? Status) : VerbEnd;

    /// <summary>Somebody hung up, or the API switched the document.</summary>
    internal sealed record Stopped(PhoneAction Interrupt) : VerbEnd;
}
