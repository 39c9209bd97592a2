namespace Opbx.Core.Calls.Projection;

/// <summary>Phones that ring or rang.</summary>
internal sealed record RungPhones(IReadOnlyList<string> Extensions, IReadOnlyList<string> Externals)
{
    /// <summary>Null unless there is exactly one phone.</summary>
    public string? Single => Extensions.Count + Externals.Count == 1 ? Extensions.Concat(Externals).First() : null;
}
