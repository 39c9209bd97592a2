namespace Opbx.Portal.Components.Ui;

/// <summary>Dragging is in <c>sortable.js</c>; the buttons do the same for the keyboard and announce what happened.</summary>
public sealed partial class SortableList<TItem>
{
    private const string Up = "up";
    private const string Down = "down";
    private string? _told;
    private string? _focus;

    [Parameter, EditorRequired] public IReadOnlyList<TItem> Items { get; set; } = [];

    /// <summary>Raised when lines were reordered or removed.</summary>
    [Parameter] public EventCallback<IReadOnlyList<TItem>> ItemsChanged { get; set; }

    /// <summary>For screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Prefix of the element ids, so that two lists can be on one page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public Func<TItem, string> NameOf { get; set; } = default!;
    [Parameter, EditorRequired] public RenderFragment<SortableLine<TItem>> Row { get; set; } = default!;

    [Parameter] public bool ReadOnly { get; set; }
    [Inject] private PageScript Script { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } id) return;
        _focus = null;
        await Script.FollowAsync(id);
    }

    private string IdOf(string button, int index) => $"{Id}-{button}-{index}";

    private async Task MoveAsync(int from, int to, string? button)
    {
        if (ReadOnly || from == to || from < 0 || from >= Items.Count || to < 0 || to >= Items.Count) return;
        var list = Items.ToList();
        var item = list[from];
        list.RemoveAt(from);
        list.Insert(to, item);
        _told = $"{NameOf(item)} is now number {to + 1} of {list.Count}.";
        _focus = button is null ? null : IdOf(button, to);
        await ItemsChanged.InvokeAsync(list);
    }

    private async Task RemoveAsync(int index)
    {
        var item = Items[index];
        _told = $"{NameOf(item)} was removed.";
        await ItemsChanged.InvokeAsync([.. Items.Take(index), .. Items.Skip(index + 1)]);
    }
}
