using Microsoft.AspNetCore.WebUtilities;

namespace Opbx.Portal.Features.Voicemail;

/// <summary>Which messages the page shows; in its address.</summary>
/// <param name="Mailbox">Null for all that the person can listen to.</param>
/// <param name="Heard">Only heard ones, or only new ones.</param>
public sealed record VoicemailFilter(string? Mailbox, bool? Heard)
{
    private const string NewOnes = "new";
    private const string HeardOnes = "heard";

    public static readonly IReadOnlyList<string> Names = ["mailbox", "show"];

    /// <summary>Reads it from an address; invalid values are ignored.</summary>
    public static VoicemailFilter From(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(int name) =>
            query.TryGetValue(Names[name], out var values) && values.ToString() is { Length: > 0 and < 20 } value ? value : null;
        return new VoicemailFilter(Value(0), Value(1) switch { NewOnes => false, HeardOnes => true, _ => null });
    }

    /// <summary>The value of <see cref="Heard"/> in the address.</summary>
    public string? Show => Heard switch { null => null, true => HeardOnes, false => NewOnes };

    /// <summary>Changes which messages are shown.</summary>
    public VoicemailFilter Showing(string? word) => this with { Heard = word switch { NewOnes => false, HeardOnes => true, _ => null } };

    /// <summary>As query parameters, for the first page.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal) {
        [Names[0]] = Mailbox,
        [Names[1]] = Show,
        ["page"] = null,
    };
}
