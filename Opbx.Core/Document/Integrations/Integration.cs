using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.Integrations;

/// <summary>An outgoing webhook.</summary>
public sealed record Integration : NamedObject
{
    /// <summary>The events it fires for; at least one.</summary>
    [Required, Length(1, 20, ErrorMessage = "Choose at least one trigger.")]
    public IReadOnlyList<Trigger> Trigger { get; init; } = [];

    /// <summary>http or https.</summary>
    [Required, StringLength(2000),
        RegularExpression(@"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+\S*$",
            ErrorMessage = "An address begins with https:// or http:// and names a host.")]
    public string Url { get; init; } = "";
    public WebhookMethod Method { get; init; } = WebhookMethod.Post;

    /// <summary>Whether values are sent as JSON or in the query string.</summary>
    public WebhookFormat Format { get; init; } = WebhookFormat.Json;

    /// <summary>Segments appended to the URL's path; each a constant or <c>{valueName}</c>.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> PathArguments { get; init; } = [];

    public WebhookAuth Auth { get; init; } = new();

    [MaxLength(20)]
    public IReadOnlyList<WebhookHeader> Headers { get; init; } = [];

    /// <summary>The values to send under custom keys; all values when empty.</summary>
    [MaxLength(50)]
    public IReadOnlyList<WebhookField> Fields { get; init; } = [];

    /// <summary>Which calls it fires for; all when absent.</summary>
    public WebhookFilter? Filter { get; init; }

    /// <summary>Deliveries are queued instead of sent; unlike when it is switched off, nothing is lost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Paused { get; init; }

    /// <summary>Sends a call's events strictly in order; a failing one holds up the rest for three attempts, at most 5 minutes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StrictOrder { get; init; }

    /// <summary>Seconds after which an event is no longer worth sending; null for no limit.</summary>
    [Range(10, 604_800, ErrorMessage = "Enter 10 seconds to 7 days."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? UselessAfter { get; init; }

    /// <summary>Maximum concurrent requests to the receiver; null for 4.</summary>
    [Range(1, 16, ErrorMessage = "Enter 1 to 16."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MostAtOnce { get; init; }

    /// <summary>Maximum requests per second to the receiver; null for no limit.</summary>
    [Range(1, 200, ErrorMessage = "Enter 1 to 200."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MostPerSecond { get; init; }

    /// <summary>Whether values go into the query string: the format says so, or it is a GET, which has no body.</summary>
    [JsonIgnore]
    public bool SendsQuery => Format == WebhookFormat.Query || Method == WebhookMethod.Get;

    /// <summary>The signing secret (<c>whsec_...</c>). Write-only; generated when absent.</summary>
    [Secret, SigningSecret]
    public string? Secret { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<WebhookMethod>))]
public enum WebhookMethod
{
    [JsonStringEnumMemberName("POST")] Post,

    [JsonStringEnumMemberName("GET")] Get,
}

public enum WebhookFormat
{
    Json,
    /// <summary>A POST then has an empty body.</summary>
    Query,
}

public sealed record WebhookAuth
{
    public WebhookAuthType Type { get; init; } = WebhookAuthType.None;

    /// <summary>For basic authentication; without a colon.</summary>
    [StringLength(200), RegularExpression("^[^:\r\n]*$", ErrorMessage = "A user name has no colon.")]
    public string? Username { get; init; }

    /// <summary>For basic authentication. Write-only.</summary>
    [StringLength(500), Secret]
    public string? Password { get; init; }

    /// <summary>Sent as <c>Authorization: Bearer</c>. Write-only.</summary>
    [StringLength(4000), Secret, RegularExpression(@"^[\x21-\x7e]+$", ErrorMessage = "A token has visible ASCII characters only.")]
    public string? Token { get; init; }
}

public enum WebhookAuthType
{
    None,
    Basic,
    Token,
}

public sealed record WebhookHeader
{
    [Required, RegularExpression(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$",
        ErrorMessage = "A header's name has up to 64 letters, digits and hyphens.")]
    public string Name { get; init; } = "";

    /// <summary>Write-only when <see cref="Secret"/>.</summary>
    [StringLength(4096), RegularExpression(@"^[\x20-\x7e\t]*$", ErrorMessage = "A header's value has visible ASCII characters only.")]
    public string? Value { get; init; }

    /// <summary>Whether the value is stored encrypted and never shown.</summary>
    public bool Secret { get; init; }
}

/// <summary>One value of the payload under a custom key.</summary>
public sealed record WebhookField
{
    [Required, StringLength(64, MinimumLength = 1)]
    public string Key { get; init; } = "";

    [Required, JsonConverter(typeof(FieldValueConverter))]
    public FieldValue Value { get; init; } = new("", null);
}

/// <summary>What is sent: a value of the event by its name, a constant, or a text with placeholders; exactly one of the three.</summary>
/// <param name="Name">The value's name, for example <c>callUuid</c>.</param>
/// <param name="Text">A text with names in braces, see <see cref="FieldText"/>.</param>
public sealed record FieldValue(string? Name, string? Constant, string? Text = null)
{
    public static FieldValue OfText(string text) => new(null, null, text);
}

/// <summary>Which calls an integration fires for. Empty members do not restrict.</summary>
public sealed record WebhookFilter
{
    /// <summary>The PBX's numbers that were called.</summary>
    [MaxLength(200)]
    public IReadOnlyList<string> Numbers { get; init; } = [];

    [MaxLength(200)]
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Ring groups the call went through.</summary>
    [MaxLength(200)]
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Menus the call went through.</summary>
    [MaxLength(200)]
    public IReadOnlyList<string> Menus { get; init; } = [];

    public CallDirectionFilter? Direction { get; init; }
}

public enum CallDirectionFilter
{
    Inbound,
    Outbound,
    Internal,
}
