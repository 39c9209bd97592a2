using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

public sealed record IvrExtension : Extension
{
    /// <summary>The menu's name.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Target { get; init; } = "";
}
