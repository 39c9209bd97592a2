using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Opbx.Core.Prompts;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Prompts;

/// <summary>The recording of a prompt: played, uploaded or recorded with the microphone. Used only after the prompt is saved.</summary>
public sealed partial class SoundField : IAsyncDisposable
{
    private const string Unread = "The sound did not arrive. Try it again.";
    private const string NoMicrophone =
        "Your browser does not let this page use a microphone. Allow it beside the address of the page and try again, or upload a file.";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private Microphone? _microphone;
    private ITimer? _clock;
    private SoundState _state;
    private TimeSpan _length;
    private string? _problem;

    [Parameter, EditorRequired] public string? Value { get; set; }
    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>The prompt's name.</summary>
    [Parameter] public string Title { get; set; } = "";

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [CascadingParameter] private FormContext? Form { get; set; }
    [Inject] private PromptFiles Files { get; set; } = default!;
    [Inject] private PromptEditor Editor { get; set; } = default!;
    [Inject] private IJSRuntime Script { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        if (_clock is not null) await _clock.DisposeAsync();
        if (_microphone is not null) await _microphone.DisposeAsync();
    }

    private async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        _problem = chosen.File.Size > PromptFiles.Largest ? "This file is larger than 10 MB. Save it as mp3, or make it shorter." : null;
        if (_problem is not null) return;
        await UploadAsync(() => ValueTask.FromResult(chosen.File.OpenReadStream(PromptFiles.Largest)));
    }

    private async Task StartAsync()
    {
        _problem = null;
        _microphone ??= new Microphone(Script);
        if (!await _microphone.StartAsync())
        {
            _problem = NoMicrophone;
            return;
        }
        (_state, _length) = (SoundState.Recording, TimeSpan.Zero);
        _clock = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    private async Task TickAsync()
    {
        _length += TimeSpan.FromSeconds(1);
        if (_length >= Longest) await StopAsync();
        StateHasChanged();
    }

    private async Task StopAsync()
    {
        if (_state != SoundState.Recording) return;
        _state = SoundState.Taking;
        if (_clock is not null) await _clock.DisposeAsync();
        await UploadAsync(_microphone!.StopAsync);
    }

    private async Task UploadAsync(Func<ValueTask<Stream>> open)
    {
        _state = SoundState.Taking;
        try
        {
            await using var content = await open();
            var stored = await Editor.UploadAsync(Session.Actor, Session.PbxId, Title, content, CancellationToken.None);
            if (stored.Ok) await ValueChanged.InvokeAsync(stored.Value);
            else _problem = stored.Failure.Errors?.TryGetFirst(out var sentence) == true ? sentence : stored.Failure.Message;
        }
        catch (Exception broken) when (broken is IOException or JSException or TimeoutException)
        {
            // The browser lost the file, or recorded nothing playable.
            _problem = Unread;
        }
        finally
        {
            _state = SoundState.Idle;
        }
    }
}
