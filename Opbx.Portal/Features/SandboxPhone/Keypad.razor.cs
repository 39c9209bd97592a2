using Microsoft.AspNetCore.Components.Web;

namespace Opbx.Portal.Features.SandboxPhone;

/// <summary>A phone's keys; while one of them has the focus, the keyboard works too.</summary>
public sealed partial class Keypad
{
    private const string Keys = "123456789*0#";

    [Parameter] public EventCallback<char> OnKey { get; set; }

    private static string? NameOf(char key) => key switch { '*' => "Star", '#' => "Pound", _ => null };

    private async Task Typed(KeyboardEventArgs e)
    {
        if (e.Key.Length == 1 && Keys.Contains(e.Key[0], StringComparison.Ordinal) && !e.CtrlKey && !e.AltKey && !e.MetaKey)
            await OnKey.InvokeAsync(e.Key[0]);
    }
}
