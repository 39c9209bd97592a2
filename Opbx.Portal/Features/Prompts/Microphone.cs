using Microsoft.JSInterop;
using Opbx.Core.Prompts;

namespace Opbx.Portal.Features.Prompts;

/// <summary>The browser's microphone; the other half is <c>recorder.js</c>.</summary>
internal sealed class Microphone(IJSRuntime script) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>False when the browser denies access.</summary>
    public async Task<bool> StartAsync()
    {
        _module ??= await script.InvokeAsync<IJSObjectReference>("import", "./recorder.js");
        return await _module.InvokeAsync<bool>("start");
    }

    /// <summary>Ends the recording and returns it as a wav file.</summary>
    public async ValueTask<Stream> StopAsync() =>
        await (await _module!.InvokeAsync<IJSStreamReference>("stop")).OpenReadStreamAsync(PromptFiles.Largest);

    public async ValueTask DisposeAsync()
    {
        if (_module is null) return;
        try
        {
            await _module.InvokeVoidAsync("cancel");
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the microphone with it.
        }
    }
}
