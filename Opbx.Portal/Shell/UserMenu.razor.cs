namespace Opbx.Portal.Shell;

/// <summary>The signed-in person, and signing out.</summary>
public sealed partial class UserMenu
{
    [Parameter, EditorRequired] public Actor Actor { get; set; } = default!;

    private string Initial => Actor.Name is { Length: > 0 } name ? name[..1].ToUpperInvariant() : "?";
}
