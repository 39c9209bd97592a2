using Opbx.Core.Document.IvrMenus;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.IvrMenus;

/// <summary>The options of a menu: added by a key of the picture or by typing, reordered, removed.</summary>
public sealed partial class OptionsField
{
    private string? _focus;

    [Parameter, EditorRequired] public IvrMenu Menu { get; set; } = default!;
    [Parameter] public EventCallback<IvrMenu> MenuChanged { get; set; }
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    [Parameter] public bool MayEdit { get; set; }
    [Inject] private PageScript Script { get; set; } = default!;

    private string Unused => IvrMenuText.Unused(Menu) switch {
        [] => "Every key is used.",
        var keys => $"Not used: {string.Join(' ', keys)}",
    };

    private string Next => IvrMenuText.Unused(Menu) switch {
        [var first, ..] => first.ToString(),
        _ => "",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } id) return;
        _focus = null;
        await Script.FollowAsync(id);
    }

    private static string Plain(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));

    private async Task PressAsync(char key)
    {
        var index = Menu.Options.Index().Where(o => o.Item.Digits.StartsWith(key)).Select(o => (int?)o.Index).FirstOrDefault();
        if (index is { } present) await Script.FocusAsync(FormContext.IdOf($"/options/{present}/label"));
        else await AddAsync(key.ToString());
    }

    private Task AddAsync(string digits)
    {
        _focus = FormContext.IdOf($"/options/{Menu.Options.Count}/label");
        return MenuChanged.InvokeAsync(Menu with { Options = [.. Menu.Options, IvrMenuText.New(digits, Document)] });
    }

    private Task ReplaceAsync(int index, IvrOption option) =>
        MenuChanged.InvokeAsync(Menu with { Options = [.. Menu.Options.Select((o, i) => i == index ? option : o)] });
}
