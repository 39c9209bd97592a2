using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;

namespace Opbx.Core.Calls.Projection;

/// <summary>What a projection may ask about the PBX.</summary>
/// <param name="ExtensionOf">The extension of a subscriber, by the platform's id; null when it is not one of ours.</param>
/// <param name="Document">Null when the PBX is gone.</param>
public sealed record Surroundings(Func<long, string?> ExtensionOf, PbxDocument? Document)
{
    /// <summary>The full URL of a path of this portal.</summary>
    public Func<string, string> Address { get; init; } = path => path;

    /// <summary>Whether the call with that token was picked up at a phone other than those that rang, as far as memory knows.</summary>
    public Func<string, bool> IsPickedUp { get; init; } = _ => false;

    public Extension? Extension(string? number) =>
        number is { Length: > 0 } && Document is { } document ? document.Extensions.FirstOrDefault(e => e.Number == number) : null;

    /// <summary>The PBX's own phone number with these digits, in E.164.</summary>
    public string? PhoneNumber(string digits) =>
        digits.Length > 0 && Document is { } document
            ? document.PhoneNumbers.FirstOrDefault(n => n.Number.AsSpan().TrimStart('+').SequenceEqual(digits))?.Number : null;
}
