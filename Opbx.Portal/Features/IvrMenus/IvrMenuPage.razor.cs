using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Prompts;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.IvrMenus;

public sealed partial class IvrMenuPage
{
    private static readonly IvrMenu Usual = new();

    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    public override Crumb List => new("IVR menus", Paths.IvrMenus);

    protected override ObjectKind Kind => ObjectKind.IvrMenus;

    protected override string? KeyInAddress => Unescaped(Name);

    protected override string WhatDeletingMeans => "Callers no longer hear this menu. Where its options led stays as it is.";

    private string Greeting => Value.Prompt switch {
        { Say: { Length: > 0 } text } => text,
        { Prompt: { Length: > 0 } name } => $"The prompt {name}",
        { Play: { Length: > 0 } } => "An audio file on the web",
        _ => "Nothing yet: write what callers shall hear.",
    };

    private string DirectDialHelp
    {
        get
        {
            var shared = Value.Options.Where(o => o.Digits.Length > 0
                && Document.Extensions.Any(e => e.Number.Length > o.Digits.Length
                    && e.Number.StartsWith(o.Digits, StringComparison.Ordinal))).ToList();
            return Value.DirectDial && shared.Count > 0
                ? $"Extension numbers begin with {string.Join(", ", shared.Select(o => o.Digits))} as well: after that key the menu " +
                    $"waits {Value.InterDigitTimeout} seconds for more."
                : "People who know a number need not listen to the end.";
        }
    }

    protected override IvrMenu Make() => new() {
        Prompt = new PromptValue { Say = "" },
        Fallback = new HangupDestination { Say = "Sorry, we did not understand your choice. Goodbye." },
    };

    protected override string PathOf(string key) => Paths.IvrMenu(key);

    protected override IvrMenu Tidy(IvrMenu value) => value with { Name = value.Name.Trim() };
}
