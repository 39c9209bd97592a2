using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Extensions;

/// <summary>Hands the call to the customer's own program.</summary>
public sealed record CustomLogicExtension : Extension
{
    [Required, StringLength(2000),
        RegularExpression(@"^https://[^\s/]+(/\S*)?$", ErrorMessage = "The address of custom logic begins with https://.")]
    public string Url { get; init; } = "";
}
