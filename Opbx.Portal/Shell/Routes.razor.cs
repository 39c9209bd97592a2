using Opbx.Portal.Components;

namespace Opbx.Portal.Shell;

/// <summary>Finds the page, and hands on what the browser's cookies said when the document was loaded.</summary>
public sealed partial class Routes
{
    private BrowserChoices _choices = new(Appearances.System, null);

    /// <summary>Light, dark or as the system says.</summary>
    [Parameter] public string Appearance { get; set; } = Appearances.System;

    /// <summary>The phone system that was chosen last.</summary>
    [Parameter] public Guid? ChosenPbx { get; set; }

    protected override void OnInitialized() => _choices = new BrowserChoices(Appearance, ChosenPbx);
}
