using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Portal.Components.Ui;
using Radzen;

namespace Opbx.Tests.Support.Browser;

/// <summary>Renders pieces of the kit as an interactive page would.</summary>
internal sealed class Kit : BunitContext
{
    public Kit()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddScoped<PageScript>();
        Services.AddScoped<Confirm>();
        Services.AddSingleton(TimeProvider.System);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
