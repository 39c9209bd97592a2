using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.SandboxPhone;

public sealed partial class DialForm
{
    private bool _outside = true;
    private string? _caller = "+12025550143";
    private string? _callerName;
    private string _extension = "";
    private string? _to;
    private string? _missing;

    [Parameter] public bool Disabled { get; set; }
    [Parameter] public EventCallback<DialOrder> OnDial { get; set; }
    [CascadingParameter] private PortalSession Session { get; set; } = default!;

    private PbxDocument Document => Session.Snapshot.Document;

    private IReadOnlyList<Choice<string>> Extensions =>
        [.. Document.Extensions.OfType<UserExtension>().Select(e => new Choice<string>(e.Number, $"{e.Number} {e.Name}"))];

    private IEnumerable<Choice<string>> Targets => _outside
        ? Document.PhoneNumbers.Select(n => new Choice<string>(n.Number, n.Name))
        : Document.Extensions.Select(e => new Choice<string>(e.Number, e.Name));

    protected override void OnInitialized()
    {
        _extension = Extensions.Count > 0 ? Extensions[0].Value : "";
        Choose(outside: true);
    }

    private void Choose(bool outside)
    {
        _outside = outside;
        _to = Targets.Select(t => t.Value).FirstOrDefault(t => outside || t != _extension);
        _missing = null;
    }

    private async Task SubmitAsync()
    {
        var from = (_outside ? _caller ?? "" : _extension).Trim();
        var to = _to?.Trim();
        _missing = string.IsNullOrEmpty(from) ? "Say who calls." : string.IsNullOrEmpty(to) ? "Say which number is dialled." : null;
        if (_missing is null) await OnDial.InvokeAsync(new(_outside, from, to!, _outside ? _callerName?.Trim() : NameOf(from)));
    }

    private string? NameOf(string extension) => Document.Extensions.FirstOrDefault(e => e.Number == extension)?.Name;
}
