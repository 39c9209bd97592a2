namespace Opbx.Core.Document.IvrMenus;

public static class IvrRules
{
    public static void Check(IvrMenu menu, string at, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, option) in menu.Options.Index())
            if (option.Digits.Length > 0 && !seen.Add(option.Digits))
                errors.Add(JsonPointer.Item(at + "/options", index) + "/digits", "Another option has these keys already.");
    }
}
