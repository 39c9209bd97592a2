using Microsoft.AspNetCore.WebUtilities;

namespace Opbx.Portal.Features.Voicemail;

/// <summary>Which messages the page shows; kept in its address.</summary>
/// <param name="Mailbox">The mailbox; all that the person may listen to when null.</param>
/// <param name="Heard">Only heard ones, or only new ones.</param>
public sealed record VoicemailFilter(string? Mailbox, bool? Heard)
{
    private const string NewOnes = "new";
    private const string HeardOnes = "heard";

    /// <summary>Names of the query's members.</summary>
    public static readonly IReadOnlyList<string> Names = ["mailbox", "show"];

    /// <summary>Reads it from an address; what makes no sense is left out.</summary>
    public static VoicemailFilter From(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(int name) =>
            query.TryGetValue(Names[name], out var values) && values.ToString() is { Length: > 0 and < 20 } value ? value : null;
        return new VoicemailFilter(Value(0), Value(1) switch { NewOnes => false, HeardOnes => true, _ => null });
    }

    /// <summary>The word for <see cref="Heard"/> in the address.</summary>
    public string? Show => Heard switch { null => null, true => HeardOnes, false => NewOnes };

    /// <summary>The same with another word for which ones are shown.</summary>
    public VoicemailFilter Showing(string? word) => this with { Heard = word switch { NewOnes => false, HeardOnes => true, _ => null } };

    /// <summary>The same as query parameters, beginning on the first page.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [Names[0]] = Mailbox,
        [Names[1]] = Show,
        ["page"] = null,
    };
}
