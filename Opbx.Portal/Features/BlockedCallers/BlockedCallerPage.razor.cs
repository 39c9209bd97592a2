using Opbx.Core.Calls.Screening;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Routing.Screening;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.BlockedCallers;

public sealed partial class BlockedCallerPage
{
    private static readonly IReadOnlyList<Choice<BlockKind>> Kinds =
    [
        new(BlockKind.Number, "One number"),
        new(BlockKind.Beginning, "All numbers that begin alike"),
        new(BlockKind.Wildcard, "A pattern with * and ?"),
        new(BlockKind.Hidden, "Callers who hide their number"),
    ];

    private static readonly IReadOnlyList<Choice<BlockAction>> Actions =
    [
        new(BlockAction.Reject, "is refused without an answer"),
        new(BlockAction.Busy, "hears the busy tone"),
        new(BlockAction.Say, "hears a sentence, then the call ends"),
    ];

    [Inject] private ScreeningDirectory Screening { get; set; } = default!;

    /// <summary>The pattern in the address; null for a new one.</summary>
    [Parameter] public string? Pattern { get; set; }

    /// <summary>The initial number of a new entry.</summary>
    [SupplyParameterFromQuery(Name = "caller")] public string? Caller { get; set; }

    public override Crumb List => new("Blocked callers", Paths.BlockedCallers);

    protected override ObjectKind Kind => ObjectKind.BlockedCallers;

    protected override string? KeyInAddress => Unescaped(Pattern);

    protected override string WhatDeletingMeans => "These callers get through again.";

    private HitCount? Hits =>
        Saved is null ? null : Screening.Hits(Session.Actor, Session.PbxId).Value?.GetValueOrDefault(Saved.Object.Key);

    private string PatternLabel => BlockedCallerText.For(Value) switch {
        BlockKind.Number => "Number",
        BlockKind.Beginning => "First digits",
        BlockKind.Wildcard or BlockKind.Hidden => "Pattern",
    };

    private string PatternHelp => BlockedCallerText.For(Value) switch {
        BlockKind.Number => "With + and country code, for example +12025550143.",
        BlockKind.Beginning => "With + and country code. +1900 blocks every number that begins with it.",
        BlockKind.Wildcard or BlockKind.Hidden =>
            "* stands for any digits, also none; ? for exactly one. +1202555???? blocks ten thousand numbers.",
    };

    protected override BlockedCaller Make() => new() { Pattern = PatternOf(Caller ?? "") };

    protected override string PathOf(string key) => Paths.BlockedCaller(key);

    protected override string NameOf(BlockedCaller value) => BlockedCallerText.Who(value, Session.Country);

    protected override BlockedCaller Tidy(BlockedCaller value) => value.Action == BlockAction.Say ? value : value with { Say = null };

    private static string PatternOf(string caller) =>
        caller.Any(char.IsAsciiDigit) ? NumberText.Plain(caller) : caller.Length > 0 ? ScreeningList.Anonymous : "";

    private void Choose(BlockKind kind)
    {
        var pattern = kind == BlockKind.Hidden ? ScreeningList.Anonymous : Value.Pattern == ScreeningList.Anonymous ? "" : Value.Pattern;
        Change(kind switch {
            BlockKind.Number or BlockKind.Hidden => Value with { Match = BlockMatch.Exact, Pattern = pattern },
            BlockKind.Beginning => Value with { Match = BlockMatch.Prefix, Pattern = pattern },
            BlockKind.Wildcard => Value with { Match = BlockMatch.Wildcard, Pattern = pattern },
        });
    }
}
