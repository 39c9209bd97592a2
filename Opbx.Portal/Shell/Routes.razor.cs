using Opbx.Portal.Components;

namespace Opbx.Portal.Shell;

/// <summary>Finds the page, and cascades the browser's cookies from when the document was loaded.</summary>
public sealed partial class Routes
{
    private BrowserChoices _choices = new(Appearances.System, null);

    [Parameter] public string Appearance { get; set; } = Appearances.System;

    /// <summary>The phone system selected last.</summary>
    [Parameter] public Guid? ChosenPbx { get; set; }

    protected override void OnInitialized() => _choices = new BrowserChoices(Appearance, ChosenPbx);
}
