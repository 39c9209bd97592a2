using Microsoft.AspNetCore.Components.Routing;

namespace Opbx.Portal.Components.Ui;

/// <summary>A form as a page: errors on top and at their fields, a save bar that stays in view, and a question before changes are
/// lost.</summary>
public sealed partial class FormPage
{
    private readonly FormContext _context = new();
    private Failure? _shown;
    private bool _saving;
    private bool _leaving;

    [Parameter, EditorRequired] public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>Saves; leads to another page by itself when it worked.</summary>
    [Parameter, EditorRequired] public EventCallback OnSave { get; set; }

    /// <summary>Why the last attempt did not work.</summary>
    [Parameter] public Failure? Failure { get; set; }

    /// <summary>Whether something was changed.</summary>
    [Parameter] public bool Dirty { get; set; }

    /// <summary>Whether the person may only look.</summary>
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>Where "Cancel" leads.</summary>
    [Parameter, EditorRequired] public string CancelHref { get; set; } = "/";

    /// <summary>The button's text.</summary>
    [Parameter] public string SaveText { get; set; } = "Save";

    /// <summary>More buttons beside the one that saves.</summary>
    [Parameter] public RenderFragment? Buttons { get; set; }

    /// <summary>Text of a second button that saves without leaving the page; there is none when absent.</summary>
    [Parameter] public string? StayText { get; set; }

    /// <summary>Saves without leaving the page.</summary>
    [Parameter] public EventCallback OnStay { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private PageScript Script { get; set; } = default!;

    /// <summary>Lets the next navigation pass without a question.</summary>
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
