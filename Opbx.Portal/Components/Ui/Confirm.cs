using Radzen;

namespace Opbx.Portal.Components.Ui;

/// <summary>Asks before something that cannot be undone.</summary>
public sealed class Confirm(DialogService dialogs)
{
    /// <summary>True when the person agreed.</summary>
    public async Task<bool> AskAsync(ConfirmQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ConfirmDialog.Question)] = question };
        return await dialogs.OpenAsync<ConfirmDialog>(question.Title, parameters!, Options()) is true;
    }

    /// <summary>Shows where an object is used and asks for a replacement; its key, or null on cancel.</summary>
    public async Task<string?> ReplaceAsync(ReplaceQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReplaceDialog.Question)] = question };
        return await dialogs.OpenAsync<ReplaceDialog>(question.Title, parameters!, Options()) as string;
    }

    /// <summary>Asks when to apply a change and schedules it; true when it was scheduled.</summary>
    public async Task<bool> ScheduleAsync(ScheduleQuestion question)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ScheduleDialog.Question)] = question };
        return await dialogs.OpenAsync<ScheduleDialog>("Save later", parameters!, Options()) is true;
    }

    private static DialogOptions Options() =>
        new() { Width = "480px", CloseDialogOnEsc = true, AutoFocusFirstElement = false, ShowClose = false };
}
