using System.Text.Json.Nodes;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Where the next document of a call comes from.</summary>
internal abstract record StageSource
{
    private StageSource()
    {
    }

    /// <summary>A request to the portal.</summary>
    /// <param name="Parameters">In addition to the standard parameters.</param>
    internal sealed record Url(string Address, string Method, JsonObject Parameters) : StageSource;

    /// <summary>The document was part of the request.</summary>
    internal sealed record Cxml(string Document) : StageSource;
}
