using Microsoft.Extensions.Options;

namespace Opbx.Portal.Sandbox;

/// <summary>Whether the stand-in is there at all.</summary>
internal sealed class SandboxSwitch(IOptions<SandboxOptions> options, IHostEnvironment environment)
{
    /// <summary>As configured; in Development it is on unless switched off.</summary>
    public bool IsOn => options.Value.Enabled ?? environment.IsDevelopment();
}
