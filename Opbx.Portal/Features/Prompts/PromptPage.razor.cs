using Opbx.Core.Document.Prompts;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Prompts;

public sealed partial class PromptPage
{
    private bool _recorded;

    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    public override Crumb List => new("Prompts", Paths.Prompts);

    protected override ObjectKind Kind => ObjectKind.Prompts;

    protected override string? KeyInAddress => Unescaped(Name);

    protected override string WhatDeletingMeans => "A recording is removed for good.";

    protected override Prompt Make() => new();

    protected override string PathOf(string key) => Paths.Prompt(key);

    protected override Task ShownAsync()
    {
        _recorded = Exists && Value.File is not null;
        return Task.CompletedTask;
    }

    private void Choose(bool recorded)
    {
        _recorded = recorded;
        var stored = Saved?.Object as Prompt;
        Change(recorded ? Value with { Say = null, File = stored?.File } : Value with { Say = stored?.Say, File = null });
    }
}
