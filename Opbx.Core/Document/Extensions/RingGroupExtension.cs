using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

public sealed record RingGroupExtension : Extension
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Target { get; init; } = "";
}
