using Radzen;

namespace Opbx.Portal.Components.Ui;

/// <summary>Short messages that disappear automatically.</summary>
public sealed class Toasts(NotificationService notifications)
{
    public void Done(string sentence) => Show(NotificationSeverity.Success, sentence, 4000);
    public void Failed(string sentence) => Show(NotificationSeverity.Error, sentence, 10_000);

    private void Show(NotificationSeverity severity, string sentence, double milliseconds) =>
        notifications.Notify(new NotificationMessage { Severity = severity, Summary = sentence, Duration = milliseconds });
}
