namespace Opbx.Tests.Routing.Chance;

/// <summary>Texts as people and broken carriers send them.</summary>
internal static class RandomTexts
{
    private static readonly string[] Nasty =
    [
        "", " ", "anonymous", "Restricted", "\0", "\u0001\u0002", "a\u001bb", new('\ud800', 1), "x"
            + '\udc00', "\ufffe", "<Say>&amp;\"'</Say>", "]]>", "\r\n", "\u202e1001", "\ud83d\ude00",
        "sip:+12025550143@carrier.example;user=phone", "sips:x@[::1]:5061", "tel:+12025550143", "+", "++1", "0", "00", "*", "#", "**", "-1",
            "1e9", "{\"a\":1}", "%00", "../..", new('9', 300), new('\u00e9', 10_000),
            string.Concat(Enumerable.Repeat("Anna \u0007 ", 1000)),
    ];

    private static readonly string[] Numbers =
        ["+12025550143", "12025550143", "+19005550123", "+441214960000", "5550123", "911", "112", "2125550177", "0012125550177",
            "+4930123456", "+18005550199", "*28", "*97"];

    public static string Any(Random chance) =>
        chance.Next(3) switch {
            0 => Pick(chance, Nasty),
            1 => Pick(chance, Numbers),
            _ => chance.Next(100, 10_000)
            .ToString(System.Globalization.CultureInfo.InvariantCulture)
        };

    /// <summary>A name of 1 to 100 characters, often strange.</summary>
    public static string Name(Random chance) => chance.Next(4) == 0 ? Short(Pick(chance, Nasty), 100) : $"Name {chance.Next(1000)}";

    /// <summary>A text that is spoken, 1 to 1000 characters.</summary>
    public static string Spoken(Random chance) =>
        chance.Next(4) == 0 ? Short(Pick(chance, Nasty), 1000) : $"Sentence {chance.Next(1000)}, <spoken> & heard.";

    public static T Pick<T>(Random chance, IReadOnlyList<T> list) => list[chance.Next(list.Count)];

    private static string Short(string text, int longest) => text.Length == 0 ? "-" : text.Length > longest ? text[..longest] : text;
}
