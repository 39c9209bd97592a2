using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Components.Objects;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.BusinessHours;

public sealed partial class OverridePanel
{
    private HoursState? _asked;
    private IReadOnlyList<OverrideEnd> _ends = [];
    private int _end;
    private string? _typed;
    private string? _fault;
    private Destination? _destination;
    private bool _focus;

    [Parameter, EditorRequired] public CompiledHours Hours { get; set; } = default!;

    /// <summary>The schedule being edited; null when nothing was changed.</summary>
    [Parameter] public CompiledHours? Edited { get; set; }

    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>Raised with the override; null to remove it.</summary>
    [Parameter] public EventCallback<HoursOverride?> OnOverride { get; set; }

    [Inject] private PageScript Script { get; set; } = default!;

    private HoursVerdict Verdict => Hours.At(Now);

    private bool ByHand => Verdict.Cause == HoursCause.Override;
    private HoursState Other => Verdict.IsOpen ? HoursState.Closed : HoursState.Open;

    private string Usual
    {
        get
        {
            var usual = DestinationText.For(_asked == HoursState.Closed ? Hours.Schedule.Closed : Hours.Schedule.Open, Document);
            return _asked == HoursState.Closed ? $"As always when closed: {usual}" : $"As always when open: {usual}";
        }
    }

    private void Ask(HoursState state)
    {
        _asked = state;
        _ends = OverrideEnd.For(Hours, state, Now);
        (_end, _fault, _destination) = (0, null, null);
        _typed = TimeZoneInfo.ConvertTime(Now, Hours.Zone).AddHours(2).ToString("yyyy-MM-dd'T'HH:00", CultureInfo.InvariantCulture);
        _focus = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await Script.FollowAsync("override-until");
    }

    private void ChooseEnd(ChangeEventArgs e) => _end = int.TryParse(e.Value as string, CultureInfo.InvariantCulture, out var index)
        && index >= 0 && index < _ends.Count ? index : 0;

    private async Task DoAsync()
    {
        var until = _ends[_end].At;
        if (_ends[_end].Kind == EndKind.Chosen)
        {
            until = Typed();
            _fault = until is null ? "Choose a date and a time." : until <= Now ? "Choose a time that is still to come." : null;
            if (_fault is not null) return;
        }
        var hand = new HoursOverride { State = _asked!.Value, Until = until, Destination = _destination };
        _asked = null;
        await OnOverride.InvokeAsync(hand);
    }

    private Task RevertAsync() => OnOverride.InvokeAsync(null);

    private DateTimeOffset? Typed() =>
        DateTime.TryParse(_typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Hours.Zone.GetUtcOffset(local)) : null;
}
