namespace Opbx.Portal.Shell;

/// <param name="SandboxOnly">Only shown while the built-in sandbox runs.</param>
/// <param name="OwnOnly">Only shown to people with an extension of their own, or who need one to see anything.</param>
public sealed record NavigationItem(string Text, string Icon, string Path, Permission Permission, bool SandboxOnly = false,
    bool OwnOnly = false);
