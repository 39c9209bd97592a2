using Opbx.Core.Users.Acting;

namespace Opbx.Portal.Security;

/// <summary>Lets a request of a platform admin's session count as one of the organization that the session acts for. The session's own
/// cookie never
/// holds that: it is looked up
/// with every request, so that it ends at once and survives whatever renews the session.</summary>
internal sealed class ActingSession(RequestDelegate next, ActingGrants grants)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (ActingCookie.Read(context.Request) is { } id && context.User.ToActor() is { Source: ActorSource.Portal } person)
        {
            if (person is { IsPlatformAdmin: true, UserId: { } user } && grants.Find(id, user) is { } grant)
                context.User = ActorClaims.ActFor(context.User, person, grant);
            else ActingCookie.Delete(context);
        }

        return next(context);
    }
}
