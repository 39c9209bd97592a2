using Microsoft.AspNetCore.Components.Routing;

namespace Opbx.Portal.Components.Ui;

/// <summary>A list that its source searches, sorts and pages. A table on wide screens, cards on phones.</summary>
public sealed partial class DataTable<TItem> : IDisposable
{
    private readonly List<DataColumn<TItem>> _columns = [];
    private CancellationTokenSource _typing = new();
    private TableState _state = new(null, null, false, 1);
    private Page<TItem>? _page;
    private Failure? _failure;
    private string? _search;
    private string _path = "";
    private string _query = "";
    private bool _busy;

    [Parameter, EditorRequired] public Func<ListQuery, Task<Result<Page<TItem>>>> Load { get; set; } = default!;

    /// <summary>Plural, for example "extensions".</summary>
    [Parameter, EditorRequired] public string Noun { get; set; } = "";

    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = default!;

    /// <summary>Shown when there are no items at all.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Filters beside the search box. Their state is in the address, too.</summary>
    [Parameter] public RenderFragment? Toolbar { get; set; }

    /// <summary>The page a row opens.</summary>
    [Parameter] public Func<TItem, string>? RowHref { get; set; }

    [Parameter] public Func<TItem, string?>? RowClass { get; set; }
    [Parameter] public Func<TItem, object>? Key { get; set; }
    [Parameter] public int PageSize { get; set; } = 25;

    [Parameter] public bool Searchable { get; set; } = true;

    /// <summary>Query parameters of the filters in <see cref="Toolbar"/>.</summary>
    [Parameter] public IReadOnlyList<string> Filters { get; set; } = [];

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    private int FirstShown => (_state.Number - 1) * PageSize + 1;
    private int LastShown => FirstShown + (_page?.Items.Count ?? 0) - 1;

    /// <summary>The total, when it is known.</summary>
    private string Of => _page!.Places is null ? $" of {_page.Total}" : "";

    private bool HasPrevious => _state.Number > 1;
    private bool HasNext => _page!.Places is { } places ? places.Next is not null : LastShown < _page.Total;
    private bool Filtered => _state.Search is not null || Filters.Any(f => _query.Contains(f + "=", StringComparison.Ordinal));

    /// <summary>Reloads the current page.</summary>
    public async Task RefreshAsync()
    {
        _busy = true;
        var result = await Load(_state.ToQuery(PageSize));
        _busy = false;
        (_page, _failure) = (result.Ok ? result.Value : _page, result.Failure);
        if (_page is { Items.Count: 0 } && (_page.Total > 0 || _page.Places is not null) && _state.Number > 1)
            Navigation.NavigateTo(AddressOf(_state.At(1, null)), replace: true);
        StateHasChanged();
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnMoved;
        _typing.Cancel();
        _typing.Dispose();
    }

    internal void Add(DataColumn<TItem> column)
    {
        _columns.Add(column);
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        _path = new Uri(Navigation.Uri).AbsolutePath;
        Read();
        await RefreshAsync();
    }

    private void Read()
    {
        _query = new Uri(Navigation.Uri).Query;
        _state = TableState.From(Navigation.Uri);
        _search = _state.Search;
    }

    private void OnMoved(object? sender, LocationChangedEventArgs e)
    {
        var now = new Uri(e.Location);
        if (now.AbsolutePath != _path || now.Query == _query) return;
        var (typed, searched) = (_search, _state.Search);
        Read();
        // Text being typed stays when only the order or the page changed.
        if (_state.Search == searched || (typed?.Trim() ?? "") == (_search ?? "")) _search = typed;
        _ = InvokeAsync(RefreshAsync);
    }

    private async Task SearchAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), Clock, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        var wanted = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim();
        Navigation.NavigateTo(AddressOf(_state.At(1, null) with { Search = wanted }), replace: true);
    }

    private string AddressOf(TableState state) => Navigation.GetUriWithQueryParameters(state.Parameters());

    private Dictionary<string, object?> NoFilter() =>
        Filters.Concat(["search", "page", "place"]).ToDictionary(name => name, _ => (object?)null, StringComparer.Ordinal);

    private string? SortOf(DataColumn<TItem> column) =>
        column.Sort is null ? null : column.Sort != _state.Sort ? "none" : _state.Descending ? "descending" : "ascending";

    private string ArrowOf(DataColumn<TItem> column) =>
        column.Sort != _state.Sort ? "unfold_more" : _state.Descending ? "arrow_downward" : "arrow_upward";
}
