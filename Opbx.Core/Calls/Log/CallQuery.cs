using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Log;

/// <summary>Which calls are wanted, newest first. Absent members do not restrict.</summary>
public sealed record CallQuery
{
    public const int MostCalls = 500;

    /// <summary>Digits that occur in the caller's or the dialled number; with a plus the number begins with them. Without digits: a text in
    /// either.</summary>
    public string? Number { get; init; }

    /// <summary>The caller's number or extension.</summary>
    public string? From { get; init; }

    /// <summary>The dialled number or extension.</summary>
    public string? To { get; init; }

    public CallDirection? Direction { get; init; }
    public Disposition? Disposition { get; init; }

    /// <summary>An extension that called, rang or answered.</summary>
    public string? Extension { get; init; }

    public string? Group { get; init; }

    /// <summary>Calls that began then or later.</summary>
    public DateTimeOffset? After { get; init; }

    public DateTimeOffset? Before { get; init; }

    /// <summary>Tokens of calls to leave out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Continues behind this place.</summary>
    public CallCursor? Cursor { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 100;
}
