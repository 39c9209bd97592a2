using Microsoft.Extensions.Options;

namespace Opbx.Portal.Shell;

public sealed partial class NavigationMenu
{
    [Parameter, EditorRequired] public Actor Actor { get; set; } = default!;

    /// <summary>Null until there is a phone system.</summary>
    [Parameter] public Guid? PbxId { get; set; }

    [Inject] private IOptions<SandboxOptions> Options { get; set; } = default!;
    [Inject] private IHostEnvironment Environment { get; set; } = default!;

    private bool Sandbox => Options.Value.Enabled ?? Environment.IsDevelopment();
}
