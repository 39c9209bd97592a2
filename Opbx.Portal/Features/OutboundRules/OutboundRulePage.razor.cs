using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Numbering;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.OutboundRules;

public sealed partial class OutboundRulePage
{
    private static readonly IReadOnlyList<Choice<string>> Countries =
        [new("", "Any country"), .. Regions.Countries.Where(c => NumberingPlan.Knows(c.Value))];

    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    public override Crumb List => new("Outbound rules", Paths.OutboundRules);

    public override string Noun => "outbound rule";
    protected override ObjectKind Kind => ObjectKind.OutboundRules;

    protected override string? KeyInAddress => Unescaped(Name);

    protected override string WhatDeletingMeans =>
        "Numbers that only this rule allows cannot be called any more. Callers hear a sentence that says so.";

    /// <summary>The configuration with the rule in the form.</summary>
    private PbxDocument Tried =>
        Document with { OutboundRules = [.. Document.OutboundRules.Where(r => r.Name != Saved?.Object.Key), Value] };

    private IReadOnlyList<Choice<string>> CallerIds =>
    [
        new("", Document.Pbx.DefaultCallerId is { } usual ? $"The phone system's, {NumberText.Readable(usual, Session.Country)}"
            : "The phone system's"),
        .. Document.PhoneNumbers.Where(n => n.Active || n.Number == Value.CallerId)
        .Select(n => new Choice<string>(n.Number, ObjectUsages.NameOf(n, Document))),
    ];

    protected override OutboundRule Make() => new() { Country = Session.Country };

    protected override string PathOf(string key) => Paths.OutboundRule(key);

    private static string? Plain(string? typed) => typed is null || NumberText.Plain(typed) is not { Length: > 0 } digits ? null : digits;
}
