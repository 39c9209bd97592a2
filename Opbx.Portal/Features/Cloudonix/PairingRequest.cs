using System.ComponentModel.DataAnnotations;

namespace Opbx.Portal.Features.Cloudonix;

/// <summary>A class, so that nothing prints the key by accident.</summary>
internal sealed class PairingRequest
{
    [Required, StringLength(253)]
    public string Domain { get; init; } = "";

    [Required, StringLength(200)]
    public string ApiKey { get; init; } = "";

    /// <summary>Whether the domain is one of the built-in sandbox.</summary>
    public bool Sandbox { get; init; }
}
