namespace Opbx.Portal.Components.Ui;

/// <summary>Asks what replaces an object before it is deleted.</summary>
/// <param name="Title">The question, naming the object.</param>
public sealed record ReplaceQuestion(string Title, string Noun, IReadOnlyList<ObjectUsage> Places,
    IReadOnlyList<Choice<string>> Candidates);
