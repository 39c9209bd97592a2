namespace Opbx.Portal.Components.Ui;

/// <summary>A column of a <see cref="DataTable{TItem}"/>. The first one contains the row's link.</summary>
public sealed class DataColumn<TItem> : ComponentBase
{
    /// <summary>The heading; also the label beside the value on phones.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>The member the list can be sorted by; not sortable when absent.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Whether the heading is only for screen readers.</summary>
    [Parameter] public bool TitleHidden { get; set; }

    [Parameter] public string? Class { get; set; }
    [Parameter, EditorRequired] public RenderFragment<TItem> ChildContent { get; set; } = default!;
    [CascadingParameter] private DataTable<TItem> Table { get; set; } = default!;

    protected override void OnInitialized() => Table.Add(this);
}
