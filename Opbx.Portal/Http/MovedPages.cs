namespace Opbx.Portal.Http;

/// <summary>Redirects old page addresses permanently, so that bookmarks and links in mails keep working.</summary>
internal sealed class MovedPages(RequestDelegate next)
{
    private static readonly (PathString Old, PathString New)[] Moves =
    [
        ("/opening-hours", "/business-hours"),
        ("/calling-rules", "/outbound-rules"),
        ("/menus", "/ivr-menus"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            foreach (var (old, moved) in Moves)
            {
                if (!request.Path.StartsWithSegments(old, out var rest)) continue;
                context.Response.Redirect($"{request.PathBase}{moved.Add(rest).ToUriComponent()}{request.QueryString}", permanent: true);
                return Task.CompletedTask;
            }
        }
        return next(context);
    }
}
