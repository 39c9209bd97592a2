namespace Opbx.Core.Calls.Ingest;

/// <summary>Reads platform messages without trusting types: numbers may be strings, anything may be null or missing.</summary>
internal readonly struct Wire(JsonElement element)
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const double SecondsUntil = 1e11;

    /// <summary>The member as an object; empty when it is none.</summary>
    public Wire In(string name) => Member(name) is { ValueKind: JsonValueKind.Object } inner ? new Wire(inner) : default;

    /// <summary>The first of the members that is a string or a number, cleaned.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (CallTexts.Clean(Raw(name)) is { } text) return text;
        }
        return null;
    }

    /// <summary>The first of the members that is a string or a number, unchanged.</summary>
    public string? Untouched(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Raw(name) is { Length: > 0 } text) return text;
        }
        return null;
    }

    /// <summary>Null when it is not a number or out of range.</summary>
    public long? Whole(string name) => Number(name) is { } number && Math.Abs(number) < 9e15 ? (long)number : null;

    /// <summary>Seconds, 0 or more.</summary>
    public int? Seconds(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Number(name) is >= 0 and < int.MaxValue and var number) return (int)number;
        return null;
    }

    /// <summary>The first of the members that is an instant: ISO 8601, epoch seconds or milliseconds. 0 is not an instant.</summary>
    public DateTimeOffset? Instant(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (One(name) is { } instant && instant > Earliest && instant < Latest) return instant;
        }
        return null;
    }

    private DateTimeOffset? One(string name)
    {
        if (Number(name) is { } number)
        {
            var milliseconds = number < SecondsUntil ? number * 1000 : number;
            return milliseconds is > 0 and < 1e14 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
        }
        return DateTimeOffset.TryParse(Raw(name), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }

    private double? Number(string name) =>
        double.TryParse(Raw(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : null;

    private string? Raw(string name)
    {
        try
        {
            return Member(name) switch {
                { ValueKind: JsonValueKind.String } text => text.GetString(),
                { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    private JsonElement? Member(string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty(name, out var value)) return value;
        foreach (var member in element.EnumerateObject())
            if (Named(member, name)) return member.Value;
        return null;
    }

    private static bool Named(JsonProperty member, string name)
    {
        try
        {
            return string.Equals(member.Name.Replace("_", "", StringComparison.Ordinal), name.Replace("_", "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidOperationException)
        {
            return false; // half of a surrogate pair
        }
    }
}
