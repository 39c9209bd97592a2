namespace Opbx.Portal.Security;

public static class HttpContextActor
{
    /// <summary>The authenticated sender; every endpoint that is not explicitly open has one.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.User.ToActor() ?? throw new InvalidOperationException("This endpoint is open to everybody and has no actor.");
}
