using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Opbx.Portal.Components;

namespace Opbx.Portal.Shell;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    /// <summary>Pages with forms of their own (sign-in, set-up, errors) stay plain HTML; all others are interactive.</summary>
    private IComponentRenderMode? Mode => Context.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    private string Appearance => Appearances.Known(Context.Request.Cookies[Appearances.Cookie]);

    private Guid? ChosenPbx => Guid.TryParse(Context.Request.Cookies[PortalSession.PbxCookie], out var id) ? id : null;
}
