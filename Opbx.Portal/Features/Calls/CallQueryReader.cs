using System.Text.Json;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Routing;

namespace Opbx.Portal.Features.Calls;

/// <summary>Reads the call log's filters from a query string and reports every invalid one.</summary>
internal sealed class CallQueryReader(IQueryCollection values)
{
    private readonly FieldErrors _errors = new();

    public Result<CallQuery> Read()
    {
        var query = new CallQuery {
            Number = Text("number"),
            From = Text("from"),
            To = Text("to"),
            Direction = OneOf<CallDirection>("direction"),
            Disposition = OneOf<Disposition>("disposition"),
            Extension = Text("extension"),
            Group = Text("group"),
            After = Time("after"),
            Before = Time("before"),
            Cursor = Cursor(),
            Limit = Limit(),
        };
        return _errors.IsEmpty ? query : Failure.Invalid(_errors);
    }

    private string? Text(string name)
    {
        var text = values[name].ToString().Trim();
        if (text.Length > 100) _errors.Add($"/{name}", "This has up to 100 characters.");
        return text.Length == 0 ? null : text;
    }

    private T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
            if (Spell(value) == text) return value;
        _errors.Add($"/{name}", $"This is one of {string.Join(", ", Enum.GetValues<T>().Select(Spell))}.");
        return null;
    }

    private DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        _errors.Add($"/{name}", "This is a time like 2026-03-01T09:00:00+01:00.");
        return null;
    }

    private CallCursor? Cursor()
    {
        var text = values["cursor"].ToString();
        if (text.Length == 0) return null;
        if (CallCursor.Parse(text) is { } cursor) return cursor;
        _errors.Add("/cursor", "This cursor is not one of ours.");
        return null;
    }

    private int Limit()
    {
        var text = values["limit"].ToString();
        if (text.Length == 0) return new CallQuery().Limit;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= CallQuery.MostCalls)
            return limit;
        _errors.Add("/limit", $"The limit is a whole number from 1 to {CallQuery.MostCalls}.");
        return 0;
    }

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
