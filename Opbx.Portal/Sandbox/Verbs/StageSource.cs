using System.Text.Json.Nodes;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Where the next document of a call comes from.</summary>
internal abstract record StageSource
{
    private StageSource()
    {
    }

    /// <summary>The portal is asked.</summary>
    /// <param name="Parameters">What comes on top of the standard parameters.</param>
    internal sealed record Url(string Address, string Method, JsonObject Parameters) : StageSource;

    /// <summary>The document was given with the order.</summary>
    internal sealed record Cxml(string Document) : StageSource;
}
