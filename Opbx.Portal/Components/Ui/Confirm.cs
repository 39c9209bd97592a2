using Radzen;

namespace Opbx.Portal.Components.Ui;

/// <summary>Asks before something that cannot be taken back.</summary>
public sealed class Confirm(DialogService dialogs)
{
    /// <summary>Asks, naming the object and what else is touched; true when the person agreed.</summary>
    public async Task<bool> AskAsync(ConfirmQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ConfirmDialog.Question)] = question };
        return await dialogs.OpenAsync<ConfirmDialog>(question.Title, parameters!, Options()) is true;
    }

    /// <summary>Shows where an object is used and asks what takes its place; the chosen key, or null when nothing is to happen.</summary>
    public async Task<string?> ReplaceAsync(ReplaceQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReplaceDialog.Question)] = question };
        return await dialogs.OpenAsync<ReplaceDialog>(question.Title, parameters!, Options()) as string;
    }

    /// <summary>Asks when a change shall happen and plans it; true when it was planned.</summary>
    public async Task<bool> ScheduleAsync(ScheduleQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ScheduleDialog.Question)] = question };
        return await dialogs.OpenAsync<ScheduleDialog>("Save later", parameters!, Options()) is true;
    }

    private static DialogOptions Options() =>
        new() { Width = "480px", CloseDialogOnEsc = true, AutoFocusFirstElement = false, ShowClose = false };
}
