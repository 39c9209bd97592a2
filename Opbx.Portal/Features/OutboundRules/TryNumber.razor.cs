using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.OutboundRules;

/// <summary>Shows what happens when an extension dials a number, using the planner of live calls.</summary>
public sealed partial class TryNumber
{
    private string _caller = "";
    private string _dialled = "";
    private NumberTrial? _trial;

    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    /// <summary>The name of the rule being edited; absent when the stored rules are tried.</summary>
    [Parameter] public string? Draft { get; set; }

    private List<UserExtension> People => [.. Document.Extensions.OfType<UserExtension>().Where(e => e.Active)];
    private string Example => Document.Pbx.Country is "US" or "CA" ? "(202) 555-0143" : "+12025550143";

    protected override void OnParametersSet()
    {
        if (_caller.Length == 0 && People is [var first, ..]) _caller = first.Number;
        Try();
    }

    private void Try()
    {
        var digits = NumberText.Plain(_dialled);
        _trial = digits.Length > 0 && People.Find(p => p.Number == _caller) is { } caller ? NumberTrial.Run(Document, caller, digits)
            : null;
    }
}
