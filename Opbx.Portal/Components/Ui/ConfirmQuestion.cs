namespace Opbx.Portal.Components.Ui;

/// <summary>A question before something that cannot be undone.</summary>
/// <param name="Title">The question, naming the object.</param>
/// <param name="Danger">Whether something is lost.</param>
public sealed record ConfirmQuestion(string Title, string Text, string Yes, string No = "Cancel", IReadOnlyList<string>? Places = null,
    bool Danger = true);
