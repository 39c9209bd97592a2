namespace Opbx.Portal.Components.Ui;

/// <summary>A button until somebody wants to listen, then the browser's own player, with seeking and keys.</summary>
public sealed partial class AudioPlayer
{
    private bool _open;
    private bool _broken;
    private bool _focus;
    private bool _started;

    [Parameter, EditorRequired] public string Src { get; set; } = "";

    /// <summary>For screen readers, for example "message from (202) 555-0143".</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>Raised once, when it starts to play.</summary>
    [Parameter] public EventCallback Started { get; set; }

    /// <summary>Raised each time it has played to the end.</summary>
    [Parameter] public EventCallback Ended { get; set; }

    [Inject] private PageScript Script { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await Script.FocusAsync(Id);
    }

    private void Open() => (_open, _focus) = (true, true);

    private void Broken() => _broken = true;

    private async Task StartedAsync()
    {
        if (_started) return;
        _started = true;
        await Started.InvokeAsync();
    }
}
