using Microsoft.JSInterop;

namespace Opbx.Portal.Components.Ui;

/// <summary>What only the browser can do; the other half is <c>app.js</c>.</summary>
public sealed class PageScript(IJSRuntime script)
{
    public ValueTask CopyAsync(string text) => script.InvokeVoidAsync("opbx.copy", text);
    public ValueTask FocusAsync(string id) => script.InvokeVoidAsync("opbx.focus", id);

    /// <summary>Focuses an element that moved on the page, scrolling no more than necessary.</summary>
    public ValueTask FollowAsync(string id) => script.InvokeVoidAsync("opbx.follow", id);

    /// <summary>Applies light, dark or the device's setting, and stores it.</summary>
    public ValueTask SetAppearanceAsync(string value) => script.InvokeVoidAsync("opbx.setAppearance", value);

    /// <summary>Stores the phone system and opens its dashboard.</summary>
    public ValueTask ChoosePbxAsync(Guid id) => script.InvokeVoidAsync("opbx.choosePbx", id);
}
