using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Log;

/// <summary>Selects calls, newest first. Null members do not restrict.</summary>
public sealed record CallQuery
{
    public const int MostCalls = 500;

    /// <summary>Digits within either number, or its beginning after a plus. Without digits: text in either.</summary>
    public string? Number { get; init; }

    /// <summary>A number or an extension.</summary>
    public string? From { get; init; }

    /// <summary>A number or an extension.</summary>
    public string? To { get; init; }

    public CallDirection? Direction { get; init; }
    public Disposition? Disposition { get; init; }

    /// <summary>An extension that called, rang or answered.</summary>
    public string? Extension { get; init; }

    public string? Group { get; init; }

    /// <summary>Calls that started at this time or later.</summary>
    public DateTimeOffset? After { get; init; }

    public DateTimeOffset? Before { get; init; }

    /// <summary>Tokens of calls to exclude.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public CallCursor? Cursor { get; init; }
    public int Limit { get; init; } = 100;
}
