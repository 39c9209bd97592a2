namespace Opbx.Core.Shared;

/// <summary>The process cannot start; the message is one clear sentence for the operator, shown without a stack trace.</summary>
public sealed class StartUpRefusedException(string sentence) : Exception(sentence);
