using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

/// <summary>Connects to an AI voice agent on a partner platform.</summary>
public sealed record AiAssistantExtension : Extension
{
    /// <summary>The platform, for example <c>retell</c>.</summary>
    [Required, StringLength(50, MinimumLength = 1)]
    public string Provider { get; init; } = "";

    /// <summary>The number or agent id on that platform.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string Address { get; init; } = "";

    /// <summary>Notes for the people who run the agent; never sent as attributes.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
