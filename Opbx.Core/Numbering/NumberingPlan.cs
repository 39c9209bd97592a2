namespace Opbx.Core.Numbering;

/// <summary>The numbering plans of all countries: reads dialled numbers and tells country, kind and area code.</summary>
public sealed class NumberingPlan
{
    /// <summary>The region of numbers that belong to no country.</summary>
    public const string Worldwide = "001";

    private static readonly Lazy<NumberingPlan> Embedded = new(() => new(PlanData.Load()));

    private readonly Dictionary<string, CountryPlan> _countries;
    private readonly Dictionary<string, CountryPlan[]> _byCode;
    private readonly Dictionary<string, AreaCodes> _areas;

    private NumberingPlan(PlanData data)
    {
        Source = data.Source;
        _countries = data.Countries.ToDictionary(c => c.Key, c => new CountryPlan(c.Key, c.Value));
        _byCode = data.Codes.ToDictionary(c => c.Key, c => c.Value.Select(id => _countries[id]).ToArray());
        _areas = data.Codes.ToDictionary(c => c.Key, c => new AreaCodes(data.Countries[c.Value[0]]));
        foreach (var (code, plan) in data.Worldwide) _byCode[code] = [new(Worldwide, plan)];
    }

    /// <summary>The plan that ships with the product.</summary>
    public static NumberingPlan Default => Embedded.Value;

    /// <summary>Where the data comes from, with versions.</summary>
    public string Source { get; }

    /// <summary>Whether the ISO 3166 code is a country with a numbering plan.</summary>
    public bool Knows(string country) => _countries.ContainsKey(country);

    /// <summary>Reads what somebody in a country dialled: <c>+E.164</c>, with the country's international prefix, in national format, or a short code. Null when that is no valid number.</summary>
    public DialledNumber? Parse(string dialled, string country)
    {
        if (DialledDigits.Read(dialled) is not { } read) return null;
        if (read.Plus) return International(read.Digits, country);
        if (!_countries.TryGetValue(country, out var home)) return null;
        if (home.AfterInternationalPrefix(read.Digits) is { } abroad) return International(abroad, country);
        return National(home.CallingCode, home, read.Digits) ?? ShortCode(home, read.Digits)
            ?? (read.Digits.StartsWith(home.CallingCode, StringComparison.Ordinal) ? International(read.Digits, country) : null);
    }

    /// <summary>Whether somebody dialled seven digits in a country where the area code must be dialled too. Ask it when <see cref="Parse"/> gave null.</summary>
    public bool LacksAreaCode(string dialled, string country) =>
        DialledDigits.Read(dialled) is { Plus: false, Digits: { Length: 7 } digits }
        && _countries.TryGetValue(country, out var home)
        && home.TrunkPrefix is { Length: > 0 } trunk && digits[0] != '0' && !digits.StartsWith(trunk, StringComparison.Ordinal);

    /// <summary>The country of a number in E.164; <see cref="Worldwide"/> for none; null when the number is not valid.</summary>
    public string? Region(string e164) => Find(e164)?.Region;

    /// <summary>The kind of a number in E.164; null when it is not valid.</summary>
    public NumberKind? Kind(string e164) => Find(e164)?.Kind;

    /// <summary>The area code of a number in E.164, without trunk prefix; null where it has none.</summary>
    public string? AreaCode(string e164) => Find(e164)?.AreaCode;

    /// <summary>Whether a number in E.164 is valid in a country; North America's toll-free numbers are valid in several.</summary>
    public bool BelongsTo(string e164, string country) => Find(e164, country)?.Region == country;

    /// <summary>Whether the digits are an emergency number of the country.</summary>
    public bool IsEmergency(string country, string digits) =>
        digits.Length is > 1 and < 9 && _countries.TryGetValue(country, out var home) && home.IsEmergency(digits);

    /// <summary>The first digits of a rule in E.164, from national digits of a country with or without its trunk prefix; null when the country is unknown.</summary>
    internal string? InternationalPrefix(string prefix, string country)
    {
        if (prefix.StartsWith('+')) return prefix;
        if (!_countries.TryGetValue(country, out var home)) return null;
        // A national number that begins with the trunk prefix exists nowhere with 0 and 1, the trunk prefixes people write down.
        var written = home.TrunkPrefix is "0" or "1" && prefix.Length > 1 && prefix.StartsWith(home.TrunkPrefix, StringComparison.Ordinal);
        return $"+{home.CallingCode}{(written ? prefix[1..] : prefix)}";
    }

    private DialledNumber? Find(string e164, string? country = null) =>
        DialledDigits.Read(e164) is { Plus: true } read ? International(read.Digits, country) : null;

    private DialledNumber? International(string digits, string? country)
    {
        for (var length = 1; length <= 3 && length < digits.Length; length++)
            if (_byCode.TryGetValue(digits[..length], out var plans))
                return National(digits[..length], country is null ? plans[0] : Array.Find(plans, p => p.Region == country) ?? plans[0], digits[length..]);
        return null;
    }

    private DialledNumber? National(string code, CountryPlan home, string digits)
    {
        var bare = home.WithoutTrunkPrefix(digits);
        return Owned(code, home, bare) ?? (bare == digits ? null : Owned(code, home, digits));
    }

    /// <summary>The number in the country it belongs to; the home country first, because some numbers are shared.</summary>
    private DialledNumber? Owned(string code, CountryPlan home, string national)
    {
        if (national.Length < 2 || code.Length + national.Length > 15) return null;
        var owner = home.KindOf(national) is null ? Array.Find(_byCode[code], p => p.Leads(national) && p.KindOf(national) is not null) : home;
        if (owner?.KindOf(national) is not { } kind) return null;
        return new($"+{code}{national}", owner.Region, kind, _areas.GetValueOrDefault(code)?.Of(national, kind));
    }

    private static DialledNumber? ShortCode(CountryPlan home, string digits) =>
        home.KindOfShortCode(digits) is { } kind ? new(digits, home.Region, kind, null) : null;
}
