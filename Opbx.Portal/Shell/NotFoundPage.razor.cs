namespace Opbx.Portal.Shell;

/// <summary>Explains why there is no page: it does not exist, the person cannot see it, or a form was too old.</summary>
public sealed partial class NotFoundPage
{
    private string _icon = "explore_off";
    private string _title = "This page does not exist";
    private string _text = "The address may be mistyped, or what it showed was deleted.";

    [CascadingParameter] private HttpContext? Context { get; set; }
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (Context is { Response.StatusCode: StatusCodes.Status400BadRequest })
        {
            (_icon, _title, _text) =
                ("update", "This form is out of date",
                    "It was open for too long, or it was sent from another page. Open it again and repeat what you did.");
        }
        else if (Context is { Response.StatusCode: StatusCodes.Status403Forbidden }
            || new Uri(Navigation.Uri).AbsolutePath == "/no-permission")
        {
            (_icon, _title, _text) =
                ("lock", "You do not have permission for this page", "Ask the owner of your organization if you need it.");
            if (Context is { Response.HasStarted: false }) Context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (Context is { Response.HasStarted: false })
        {
            Context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
