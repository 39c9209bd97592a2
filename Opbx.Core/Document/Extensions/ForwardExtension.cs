using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

/// <summary>Forwards to another extension or an outside number.</summary>
public sealed record ForwardExtension : Extension
{
    /// <summary>A destination of type <c>external</c> or <c>extension</c>.</summary>
    [Required]
    public Destination ForwardTo { get; init; } = new HangupDestination();
}
