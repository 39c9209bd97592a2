using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Decisions;

namespace Opbx.Core.Routing.Steps;

internal abstract record Move
{
    /// <summary>The call continues at a destination.</summary>
    /// <param name="Rights">The person whose forwarding this is; outside numbers are limited to their call types.</param>
    public sealed record Onward(Destination To, UserExtension? Rights = null) : Move;

    /// <summary>The decision for this request.</summary>
    public sealed record Stop(Ending Ending) : Move;

    public static readonly Move HangUp = new Stop(new HangUp());
}
