using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

public sealed record RingGroupExtension : Extension
{
    /// <summary>The group's name.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Target { get; init; } = "";
}

/// <summary>Plays an IVR menu.</summary>
public sealed record IvrExtension : Extension
{
    /// <summary>The menu's name.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Target { get; init; } = "";
}

/// <summary>Enters a conference room.</summary>
public sealed record ConferenceExtension : Extension
{
    /// <summary>The room's name.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Target { get; init; } = "";
}

/// <summary>Forwards to another extension or to an outside number.</summary>
public sealed record ForwardExtension : Extension
{
    /// <summary>A destination of type <c>external</c> or <c>extension</c>.</summary>
    [Required]
    public Destination ForwardTo { get; init; } = new HangupDestination();
}

/// <summary>Connects to an AI voice agent of a partner platform.</summary>
public sealed record AiAssistantExtension : Extension
{
    /// <summary>The platform, for example <c>retell</c>.</summary>
    [Required, StringLength(50, MinimumLength = 1)]
    public string Provider { get; init; } = "";

    /// <summary>The number or agent id there.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string Address { get; init; } = "";

    /// <summary>Free parameters kept for the people who run the agent; they are never sent as attributes.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Hands the call to a customer's own program.</summary>
public sealed record CustomLogicExtension : Extension
{
    [Required, StringLength(2000), RegularExpression(@"^https://[^\s/]+(/\S*)?$", ErrorMessage = "The address of custom logic begins with https://.")]
    public string Url { get; init; } = "";
}
