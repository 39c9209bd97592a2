using Opbx.Portal.Navigation;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Organizations;

/// <summary>Ends acting as an organization. The banner posts its form here.</summary>
public sealed partial class StopActingPage
{
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private ActingFlow Flow { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private async Task StopAsync()
    {
        var acted = Context.User.ToActor()?.Acting is not null;
        await Flow.StopAsync(Context, Context.RequestAborted);
        Navigation.NavigateTo(acted ? Paths.Organizations : Paths.Home);
    }
}
