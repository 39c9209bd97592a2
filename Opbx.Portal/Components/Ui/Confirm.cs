using Radzen;

namespace Opbx.Portal.Components.Ui;

/// <summary>Asks before something that cannot be taken back.</summary>
public sealed class Confirm(DialogService dialogs)
{
    /// <summary>Asks, naming the object and what else is touched; true when the person agreed.</summary>
    public async Task<bool> AskAsync(ConfirmQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ConfirmDialog.Question)] = question };
        var options = new DialogOptions { Width = "480px", CloseDialogOnEsc = true, AutoFocusFirstElement = false, ShowClose = false };
        return await dialogs.OpenAsync<ConfirmDialog>(question.Title, parameters!, options) is true;
    }
}

/// <summary>A question before something that cannot be taken back.</summary>
/// <param name="Title">What is asked, naming the object.</param>
/// <param name="Text">What it means for callers.</param>
/// <param name="Yes">The button that does it.</param>
/// <param name="No">The button that does not.</param>
/// <param name="Places">What else is touched.</param>
/// <param name="Danger">Whether something is lost.</param>
public sealed record ConfirmQuestion(string Title, string Text, string Yes, string No = "Cancel", IReadOnlyList<string>? Places = null, bool Danger = true);
