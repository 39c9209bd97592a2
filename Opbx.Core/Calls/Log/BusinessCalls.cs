using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Log;

/// <summary>Which calls are counted.</summary>
public static class BusinessCalls
{
    // Within a text of the facts quotes are escaped, so nothing that somebody said can read like this.
    private const string Joined = "\"event\":\"callJoined\"";

    /// <summary>Without the sessions of supervisors' phones that joined a call: they are in the log, and no calls of the
    /// business.</summary>
    public static IQueryable<Call> OfBusiness(this IQueryable<Call> calls) =>
        calls.Where(c => c.Direction != CallDirection.Internal || !c.Facts.Contains(Joined));
}
