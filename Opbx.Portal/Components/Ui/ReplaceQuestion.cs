namespace Opbx.Portal.Components.Ui;

/// <summary>The question what takes an object's place before it is deleted.</summary>
/// <param name="Title">What is asked, naming the object.</param>
/// <param name="Candidates">What can take its place.</param>
public sealed record ReplaceQuestion(string Title, string Noun, IReadOnlyList<ObjectUsage> Places,
    IReadOnlyList<Choice<string>> Candidates);
