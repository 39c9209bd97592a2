using Opbx.Core.Calls.Live;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Routing;
using Opbx.Core.Simulation;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.RingGroups;

public sealed partial class RingGroupPage
{
    private static readonly RingGroup Usual = new();
    private (RingGroup Group, PbxDocument Document, RehearsedGroup Result)? _rehearsed;

    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    public override Crumb List => new("Ring groups", Paths.RingGroups);

    [Inject] private LiveLines Lines { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    protected override ObjectKind Kind => ObjectKind.RingGroups;

    protected override string? KeyInAddress => Unescaped(Name);

    protected override string WhatDeletingMeans => "The phones of its members no longer ring for this group. The members themselves stay.";

    protected override RingGroup Make() =>
        new() { Fallback = new HangupDestination { Say = "Sorry, nobody can take your call right now. Please try again later." } };

    protected override string PathOf(string key) => Paths.RingGroup(key);

    /// <summary>Stores members in their displayed order, so that an error points at the right line.</summary>
    protected override RingGroup Tidy(RingGroup value) =>
        value with { Name = value.Name.Trim(), Members = [.. value.Members.OrderBy(m => m.Order).Select((m, i) => m with { Order = i })] };

    private RehearsedGroup Rehearse()
    {
        if (_rehearsed is { } present && ReferenceEquals(present.Group, Value) && ReferenceEquals(present.Document, Document))
            return present.Result;
        var context = new RoutingContext(Clock.GetUtcNow(), new SeededDice(1), Lines.Still(Session.PbxId));
        var result = GroupRehearsal.Run(Document, Within(Tidy(Value)), context);
        _rehearsed = (Value, Document, result);
        return result;
    }

    /// <summary>Unsaved input can be out of bounds; the picture needs valid values.</summary>
    private static RingGroup Within(RingGroup group) => group with {
        RingTimeout = Math.Clamp(group.RingTimeout, 5, 300),
        Turns = Math.Clamp(group.Turns, 1, 9),
        Members = [.. group.Members.Take(50).DistinctBy(m => m.Extension ?? m.External, StringComparer.Ordinal)
            .Select(m => m
                with { Delay = Math.Clamp(m.Delay, 0, 300), RingTimeout = m.RingTimeout is { } own ? Math.Clamp(own, 5, 300) : null })],
    };
}
