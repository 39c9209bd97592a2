using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Routing.Screening;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.BlockedCallers;

internal static class BlockedCallerText
{
    public static string Who(BlockedCaller caller, string? country) => For(caller) switch {
        BlockKind.Hidden => "Callers who hide their number",
        BlockKind.Number => NumberText.Readable(caller.Pattern, country),
        BlockKind.Beginning => $"Numbers that begin with {caller.Pattern}",
        BlockKind.Wildcard => $"Numbers like {caller.Pattern}",
    };

    public static string For(BlockAction action) => action switch {
        BlockAction.Reject => "The call is refused",
        BlockAction.Busy => "They hear the busy tone",
        BlockAction.Say => "They hear a sentence",
    };

    public static string Numbers(BlockedCaller caller, PbxDocument document) => caller.Numbers switch {
        [] => "All numbers",
        [var only] => NumberText.Readable(only, document.Pbx.Country),
        var several => $"{several.Count} numbers",
    };

    public static BlockKind For(BlockedCaller caller) =>
        caller.Pattern == ScreeningList.Anonymous ? BlockKind.Hidden : caller.Match switch {
            BlockMatch.Exact => BlockKind.Number,
            BlockMatch.Prefix => BlockKind.Beginning,
            BlockMatch.Wildcard => BlockKind.Wildcard,
        };
}

/// <summary>How a blocked caller is identified.</summary>
internal enum BlockKind
{
    Number,
    Beginning,
    Wildcard,
    Hidden,
}
