using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Shell;

/// <summary>Light, dark or the device's setting; stored in a cookie.</summary>
public sealed partial class AppearanceSwitch
{
    private static readonly (string Value, string Text)[] Choices =
        [(Appearances.Light, "Light"), (Appearances.Dark, "Dark"), (Appearances.System, "Like this device")];

    private string _value = Appearances.System;

    [Parameter, EditorRequired] public string Value { get; set; } = Appearances.System;
    [Inject] private PageScript Script { get; set; } = default!;

    protected override void OnInitialized() => _value = Value;

    private static string IconOf(string value) => value switch {
        Appearances.Light => "light_mode",
        Appearances.Dark => "dark_mode",
        _ => "contrast",
    };

    private async Task ChooseAsync(string value)
    {
        _value = value;
        await Script.SetAppearanceAsync(value);
    }
}
