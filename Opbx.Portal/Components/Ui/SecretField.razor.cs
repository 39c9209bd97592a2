namespace Opbx.Portal.Components.Ui;

/// <summary>A secret that is fetched only when somebody asks to see it.</summary>
public sealed partial class SecretField
{
    private string? _value;
    private string? _problem;
    private bool _busy;

    /// <summary>For example "the SIP password".</summary>
    [Parameter, EditorRequired] public string What { get; set; } = "";

    [Parameter, EditorRequired] public Func<Task<Result<string>>> Reveal { get; set; } = default!;

    private async Task ToggleAsync()
    {
        _problem = null;
        if (_value is not null)
        {
            _value = null;
            return;
        }
        _busy = true;
        var result = await Reveal();
        _busy = false;
        _value = result.Value;
        _problem = result.Failure?.Message;
    }
}
