using Microsoft.Extensions.Options;

namespace Opbx.Portal.Shell;

/// <summary>The groups and lines of the navigation that this person can use.</summary>
public sealed partial class NavigationMenu
{
    [Parameter, EditorRequired] public Actor Actor { get; set; } = default!;

    /// <summary>The phone system, once there is one.</summary>
    [Parameter] public Guid? PbxId { get; set; }

    [Inject] private IOptions<SandboxOptions> Options { get; set; } = default!;
    [Inject] private IHostEnvironment Environment { get; set; } = default!;

    private bool Sandbox => Options.Value.Enabled ?? Environment.IsDevelopment();
}
