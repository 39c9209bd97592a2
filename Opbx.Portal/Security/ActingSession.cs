using Opbx.Core.Users.Acting;

namespace Opbx.Portal.Security;

/// <summary>Makes a platform admin's request act for an organization. The session cookie never contains that: the grant is looked up
/// with every request, so that it ends immediately and survives a renewal of the session.</summary>
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
