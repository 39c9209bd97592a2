namespace Opbx.Core.Numbering;

/// <summary>One country's numbering plan, ready to be asked.</summary>
internal sealed class CountryPlan(string region, CountryData data)
{
    // Premium before everything else: where patterns overlap, the dear reading is the safe one. The rest is libphonenumber's order.
    private static readonly (string Name, NumberKind Kind)[] Order =
    [
        ("premium", NumberKind.Premium), ("tollFree", NumberKind.TollFree), ("sharedCost", NumberKind.SharedCost), ("voip", NumberKind.Voip),
        ("personal", NumberKind.Personal), ("pager", NumberKind.Pager), ("uan", NumberKind.Uan), ("voicemail", NumberKind.Other),
    ];

    private readonly DigitPattern _any = new(data.Pattern);
    private readonly DigitPattern? _idd = From(data.Idd);
    private readonly DigitPattern? _trunk = From(data.TrunkPattern ?? data.Trunk);
    private readonly DigitPattern? _leading = From(data.Leading);
    private readonly DigitPattern? _emergency = From(data.Emergency);
    private readonly DigitPattern? _short = From(data.Short);
    private readonly DigitPattern? _shortPremium = From(data.ShortPremium);
    private readonly DigitPattern? _shortCarrier = From(data.ShortCarrier);
    private readonly DigitPattern? _shortText = From(data.ShortText);
    private readonly Dictionary<string, DigitPattern> _kinds = (data.Types ?? new Dictionary<string, KindData>()).ToDictionary(t => t.Key, t => new DigitPattern(t.Value.Pattern));

    /// <summary>ISO 3166 code.</summary>
    public string Region => region;

    /// <summary>Calling code.</summary>
    public string CallingCode => data.Code;

    /// <summary>The prefix that stands in front of national numbers; empty where there is none.</summary>
    public string TrunkPrefix => data.Trunk ?? "";

    /// <summary>Whether the digits are an emergency number here.</summary>
    public bool IsEmergency(string digits) => _emergency?.Covers(digits) == true;

    /// <summary>The kind of a national number; null when it is none of this country.</summary>
    public NumberKind? KindOf(string national)
    {
        if (!_any.Covers(national)) return null;
        foreach (var (name, kind) in Order)
            if (Is(name, national)) return kind;
        if (!Is("fixed", national)) return Is("mobile", national) ? NumberKind.Mobile : null;
        // An empty pattern: mobiles have the numbers of fixed lines.
        return data.Types!.GetValueOrDefault("mobile") is { Pattern: "" } || Is("mobile", national) ? NumberKind.FixedOrMobile : NumberKind.FixedLine;
    }

    /// <summary>Whether the first digits are those that tell this country from others of its calling code.</summary>
    public bool Leads(string national) => _leading?.Begins(national) != false;

    /// <summary>The kind of a short code one can call; null when the digits are none. Codes of single networks count when they have three digits.</summary>
    public NumberKind? KindOfShortCode(string digits)
    {
        if (_short?.Covers(digits) != true || _shortText?.Covers(digits) == true) return null;
        if (digits.Length > 3 && _shortCarrier?.Covers(digits) == true) return null;
        return _shortPremium?.Covers(digits) == true ? NumberKind.Premium : NumberKind.Other;
    }

    /// <summary>What follows the international prefix; null when the digits do not begin with it.</summary>
    public string? AfterInternationalPrefix(string digits) =>
        _idd?.MatchStart(digits) is { } match && digits.Length > match.Length && digits[match.Length] != '0' ? digits[match.Length..] : null;

    /// <summary>The national number without trunk prefix (with the area code where the plan adds one to local numbers).</summary>
    public string WithoutTrunkPrefix(string digits)
    {
        if (_trunk?.MatchStart(digits) is not { } match) return digits;
        var replaced = data.TrunkRule is { } rule && match.Groups.Count > 1 && match.Groups[^1].Success ? match.Result(rule) : "";
        var bare = replaced + digits[match.Length..];
        return _any.Covers(digits) && !_any.Covers(bare) ? digits : bare;
    }

    private bool Is(string kind, string national) =>
        _kinds.TryGetValue(kind, out var pattern)
        && (data.Types![kind].Lengths ?? data.Lengths)?.Contains(national.Length) != false
        && pattern.Covers(national);

    private static DigitPattern? From(string? pattern) => pattern is null ? null : new(pattern);
}
