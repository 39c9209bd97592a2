using Microsoft.AspNetCore.Components.Routing;

namespace Opbx.Portal.Components.Ui;

/// <summary>A form as a page: errors on top and at the fields, a sticky save bar, and a question before changes are lost.</summary>
public sealed partial class FormPage
{
    private readonly FormContext _context = new();
    private Failure? _shown;
    private bool _saving;
    private bool _leaving;

    [Parameter, EditorRequired] public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>Saves; navigates to another page itself on success.</summary>
    [Parameter, EditorRequired] public EventCallback OnSave { get; set; }

    [Parameter] public Failure? Failure { get; set; }
    [Parameter] public bool Dirty { get; set; }
    [Parameter] public bool ReadOnly { get; set; }
    [Parameter, EditorRequired] public string CancelHref { get; set; } = "/";
    [Parameter] public string SaveText { get; set; } = "Save";

    /// <summary>Additional buttons beside the save button.</summary>
    [Parameter] public RenderFragment? Buttons { get; set; }

    /// <summary>Text of a second button that saves without leaving the page; none when absent.</summary>
    [Parameter] public string? StayText { get; set; }

    [Parameter] public EventCallback OnStay { get; set; }
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private PageScript Script { get; set; } = default!;

    /// <summary>Allows the next navigation without a question.</summary>
    public void Release() => _leaving = true;

    protected override void OnParametersSet()
    {
        _context.ReadOnly = ReadOnly;
        _context.Show(Failure?.Errors);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_shown, Failure)) return;
        _shown = Failure;
        if (Failure is not null) await Script.FocusAsync("form-errors");
    }

    private Task SaveAsync() => SaveAsync(OnSave);

    private Task StayAsync() => SaveAsync(OnStay);

    private async Task SaveAsync(EventCallback save)
    {
        if (_saving) return;
        _saving = true;
        try
        {
            await save.InvokeAsync();
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task BeforeLeavingAsync(LocationChangingContext context)
    {
        if (!Dirty || _leaving || _saving) return;
        var question = new ConfirmQuestion("Leave without saving?", "Your changes on this page will be lost.", "Leave", "Stay here");
        if (await Confirm.AskAsync(question)) _leaving = true;
        else context.PreventNavigation();
    }
}
