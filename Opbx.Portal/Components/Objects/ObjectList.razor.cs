using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components.Objects;

public sealed partial class ObjectList<TItem>
    where TItem : ConfiguredObject
{
    [Parameter, EditorRequired] public ObjectKind Kind { get; set; } = default!;
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter] public string? Lead { get; set; }

    /// <summary>Plural; the title in lower case when absent.</summary>
    [Parameter] public string? Noun { get; set; }

    [Parameter, EditorRequired] public string NewHref { get; set; } = "";
    [Parameter, EditorRequired] public string NewText { get; set; } = "";
    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = default!;

    /// <summary>Whether the last column shows which objects are disabled.</summary>
    [Parameter] public bool State { get; set; } = true;

    [Parameter, EditorRequired] public string Icon { get; set; } = "";
    [Parameter, EditorRequired] public string EmptyTitle { get; set; } = "";
    [Parameter, EditorRequired] public string EmptyText { get; set; } = "";

    /// <summary>The button of an empty list.</summary>
    [Parameter, EditorRequired] public string FirstText { get; set; } = "";

    /// <summary>Whether a search with digits is for a phone number, in any spelling.</summary>
    [Parameter] public bool SearchesNumbers { get; set; }

    /// <summary>Loads additional data for the columns before they are rendered.</summary>
    [Parameter] public Func<IReadOnlyList<SavedObject>, Task>? Loaded { get; set; }

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ConfigurationDirectory Directory { get; set; } = default!;

    private bool MayEdit => Session.May(Permission.EditConfiguration);

    private async Task<Result<Page<TItem>>> LoadAsync(ListQuery query)
    {
        if (SearchesNumbers && query.Search is { } search && search.Any(char.IsDigit))
            query = query with { Search = NumberText.Plain(search) };
        var page = Directory.List(Session.Actor, Session.PbxId, Kind, query);
        if (!page.Ok) return page.Failure;
        if (Loaded is not null) await Loaded(page.Value.Items);
        return new Page<TItem>([.. page.Value.Items.Select(saved => (TItem)saved.Object)], page.Value.Total);
    }
}
