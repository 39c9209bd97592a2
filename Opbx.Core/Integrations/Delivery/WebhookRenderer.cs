using System.Text;
using System.Text.Encodings.Web;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Builds the request of one event for one integration. Pure: the same input yields the same bytes.</summary>
internal static class WebhookRenderer
{
    public const int MaxUrlLength = 8_000;
    public const int MaxBodyLength = 64 * 1024;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Throws <see cref="RenderException"/> when the request cannot be built.</summary>
    public static WebhookRequest Render(Integration integration, IntegrationSecrets secrets, EventFacts happened, DateTimeOffset now)
    {
        var query = integration.SendsQuery;
        var url = Url(integration, happened, query ? Pairs(integration, happened) : []);
        var body = query ? [] : Body(integration, happened);
        if (body.Length > MaxBodyLength) throw new RenderException("The payload is longer than 64 KB. Send fewer values.");
        var signed = query ? Encoding.UTF8.GetBytes(url.Query.TrimStart('?')) : body;
        return new WebhookRequest {
            Method = integration.Method == WebhookMethod.Get ? HttpMethod.Get : HttpMethod.Post,
            Url = url,
            Headers = [.. RequestHeaders.For(integration, secrets, happened, now, signed)],
            Body = integration.Method == WebhookMethod.Get ? null : body,
            ContentType = query ? null : "application/json; charset=utf-8",
            Secrets = RequestHeaders.SecretTexts(integration, secrets),
        };
    }

    private static Uri Url(Integration integration, EventFacts happened, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var text = integration.Url.Split('#')[0];
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var url = new StringBuilder(mark < 0 ? text : text[..mark]);
        foreach (var argument in integration.PathArguments)
        {
            if (url[^1] != '/') url.Append('/');
            url.Append(Segment(argument, happened));
        }
        var query = mark < 0 ? "" : text[(mark + 1)..];
        var added = string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        var all = string.Join('&', new[] { query, added }.Where(q => q.Length > 0));
        if (all.Length > 0) url.Append('?').Append(all);
        if (url.Length > MaxUrlLength)
            throw new RenderException("The address with its values is longer than 8,000 characters. Send fewer values, or send JSON.");
        return Uri.TryCreate(url.ToString(), UriKind.Absolute, out var uri) ? uri : throw new RenderException("The address is not valid.");
    }

    private static string Segment(string argument, EventFacts happened)
    {
        var text = PathArgument.NameIn(argument) is { } name ? happened.Values.GetValueOrDefault(name, "") : argument;
        if (text is "." or "..") throw new RenderException("A path argument would leave the path of the address.");
        return Uri.EscapeDataString(text);
    }

    private static List<KeyValuePair<string, string>> Pairs(Integration integration, EventFacts happened)
    {
        if (integration.Fields.Count > 0) return [.. Mapped(integration, happened)];
        return
        [
            new("type", Triggers.Spelling(happened.Trigger)),
            new("timestamp", happened[ValueName.DateTime]),
            .. ValueCatalogue.For(happened.Trigger).Select(v => new KeyValuePair<string, string>(ValueCatalogue.Spelling(v), happened[v])),
        ];
    }

    private static IEnumerable<KeyValuePair<string, string>> Mapped(Integration integration, EventFacts happened) =>
        integration.Fields.Select(f => new KeyValuePair<string, string>(f.Key, ValueOf(f.Value, happened)));

    private static string ValueOf(FieldValue value, EventFacts happened) =>
        value.Text is { } text ? FieldText.Fill(text, happened.Values) : value.Constant
            ?? happened.Values.GetValueOrDefault(value.Name ?? "", "");

    private static byte[] Body(Integration integration, EventFacts happened)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json))
        {
            writer.WriteStartObject();
            if (integration.Fields.Count > 0)
            {
                foreach (var (key, value) in Mapped(integration, happened)) writer.WriteString(key, value);
            }
            else
            {
                writer.WriteString("type", Triggers.Spelling(happened.Trigger));
                writer.WriteString("timestamp", happened[ValueName.DateTime]);
                writer.WriteStartObject("data");
                foreach (var value in ValueCatalogue.For(happened.Trigger))
                    writer.WriteString(ValueCatalogue.Spelling(value), happened[value]);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }
}

/// <summary>The message is a sentence for people.</summary>
internal sealed class RenderException(string message) : Exception(message);
