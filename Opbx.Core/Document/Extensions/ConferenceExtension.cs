using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

public sealed record ConferenceExtension : Extension
{
    /// <summary>The room's name.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Target { get; init; } = "";
}
