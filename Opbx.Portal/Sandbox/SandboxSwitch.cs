using Microsoft.Extensions.Options;

namespace Opbx.Portal.Sandbox;

internal sealed class SandboxSwitch(IOptions<SandboxOptions> options, IHostEnvironment environment)
{
    /// <summary>As configured; by default on in Development only.</summary>
    public bool IsOn => options.Value.Enabled ?? environment.IsDevelopment();
}
