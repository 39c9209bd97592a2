namespace Opbx.Core.Document.BlockedCallers;

public static class BlockedCallerRules
{
    public static void Check(BlockedCaller caller, string at, FieldErrors errors)
    {
        if (caller.Action == BlockAction.Say && string.IsNullOrWhiteSpace(caller.Say))
            errors.Add(at + "/say", "Write the sentence the caller hears.");
        if (caller.Match != BlockMatch.Wildcard && caller.Pattern.AsSpan().ContainsAny('*', '?'))
            errors.Add(at + "/pattern", "Only a wildcard pattern may hold * and ?.");
    }
}
