namespace Opbx.Portal.Shell;

/// <summary>One line of the navigation.</summary>
/// <param name="SandboxOnly">Whether it is there only while the built-in sandbox runs.</param>
/// <param name="OwnOnly">Whether it is there only for people with an own extension, and for those who are to have one to see
/// anything.</param>
public sealed record NavigationItem(string Text, string Icon, string Path, Permission Permission, bool SandboxOnly = false,
    bool OwnOnly = false);
