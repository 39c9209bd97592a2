using Microsoft.JSInterop;

namespace Opbx.Portal.Components.Ui;

/// <summary>What only the browser can do; the other half is <c>app.js</c>.</summary>
public sealed class PageScript(IJSRuntime script)
{
    public ValueTask CopyAsync(string text) => script.InvokeVoidAsync("opbx.copy", text);

    /// <summary>Moves the keyboard to an element.</summary>
    public ValueTask FocusAsync(string id) => script.InvokeVoidAsync("opbx.focus", id);

    /// <summary>Moves the keyboard to an element that went elsewhere on the page, without moving the page more than needed.</summary>
    public ValueTask FollowAsync(string id) => script.InvokeVoidAsync("opbx.follow", id);

    /// <summary>Shows the portal light, dark or as the device is set, and remembers it.</summary>
    public ValueTask SetAppearanceAsync(string value) => script.InvokeVoidAsync("opbx.setAppearance", value);

    /// <summary>Remembers the phone system and starts at its dashboard.</summary>
    public ValueTask ChoosePbxAsync(Guid id) => script.InvokeVoidAsync("opbx.choosePbx", id);
}
