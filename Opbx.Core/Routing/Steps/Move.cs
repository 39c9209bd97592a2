using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Decisions;

namespace Opbx.Core.Routing.Steps;

/// <summary>What a step leads to.</summary>
internal abstract record Move
{
    /// <summary>The call goes on to a destination.</summary>
    /// <param name="Rights">The person whose forwarding this is: outside numbers obey that person's call types.</param>
    public sealed record Onward(Destination To, UserExtension? Rights = null) : Move;

    /// <summary>The decision of this request is made.</summary>
    public sealed record Stop(Ending Ending) : Move;

    public static readonly Move HangUp = new Stop(new HangUp());
}
