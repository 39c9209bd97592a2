using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Log;

public static class BusinessCalls
{
    // Quotes within texts of the facts are escaped, so no external text can match this.
    private const string Joined = "\"event\":\"callJoined\"";

    /// <summary>Excludes sessions of supervisors' phones that joined a call: they are logged but are not business calls.</summary>
    public static IQueryable<Call> OfBusiness(this IQueryable<Call> calls) =>
        calls.Where(c => c.Direction != CallDirection.Internal || !c.Facts.Contains(Joined));
}
