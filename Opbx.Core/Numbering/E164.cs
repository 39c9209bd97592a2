namespace Opbx.Core.Numbering;

/// <summary>The international form of phone numbers: a plus and up to 15 digits (ITU-T E.164).</summary>
public static class E164
{
    public const string Pattern = @"^\+[1-9][0-9]{6,14}$";

    public const string Rule = "A phone number is written internationally, with + and country code, for example +12125550100.";

    public static bool IsValid(string? text) =>
        text is { Length: >= 8 and <= 16 } && text[0] == '+' && text[1] is >= '1' and <= '9'
        && !text.AsSpan(2).ContainsAnyExceptInRange('0', '9');
}
