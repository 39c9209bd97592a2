using System.Text.Json;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Reads the delivery log's filter from a query string; unknown values are errors.</summary>
internal static class DeliveryFilter
{
    public static (DeliveryQuery? Query, IResult? Problem) Read(HttpRequest request)
    {
        var (limit, problem) = ApiLists.Limit(request);
        if (problem is not null) return (null, problem);
        var errors = new FieldErrors();
        var query = new DeliveryQuery {
            State = Member<DeliveryState>(request, "state", errors),
            Trigger = Member<Trigger>(request, "trigger", errors),
            Outcome = Member<Outcome>(request, "outcome", errors),
            After = Instant(request, "after", errors),
            Before = Instant(request, "before", errors),
            Search = Text(request, "search"),
            Cursor = Cursor(request, errors),
            Limit = limit,
        };
        return errors.IsEmpty ? (query, null) : (null, Problems.From(Failure.Invalid(errors)));
    }

    /// <summary>The trigger to test, if one is named.</summary>
    public static (Trigger? Trigger, IResult? Problem) Trigger(HttpRequest request)
    {
        var errors = new FieldErrors();
        var trigger = Member<Trigger>(request, "trigger", errors);
        return errors.IsEmpty ? (trigger, null) : (null, Problems.From(Failure.Invalid(errors)));
    }

    private static string? Text(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    private static T? Member<T>(HttpRequest request, string name, FieldErrors errors)
        where T : struct, Enum
    {
        if (Text(request, name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
            if (JsonSerializer.SerializeToElement(value, DocumentJson.Options).GetString() == text) return value;
        errors.Add("/" + name, $"There is no {name} \"{text}\".");
        return null;
    }

    private static DateTimeOffset? Instant(HttpRequest request, string name, FieldErrors errors)
    {
        if (Text(request, name) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return at;
        errors.Add("/" + name, "This is no time such as 2026-11-21T08:00:00Z.");
        return null;
    }

    private static string? Cursor(HttpRequest request, FieldErrors errors)
    {
        var text = Text(request, "cursor");
        if (text is null || (text.StartsWith("dlv_", StringComparison.Ordinal) && text.Length <= 40)) return text;
        errors.Add("/cursor", "This cursor is not one of ours.");
        return null;
    }
}
