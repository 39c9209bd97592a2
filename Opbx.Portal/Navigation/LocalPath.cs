namespace Opbx.Portal.Navigation;

/// <summary>Return addresses come from the address bar, so only paths of this portal are followed.</summary>
public static class LocalPath
{
    /// <summary>The dashboard for any path that leaves the portal.</summary>
    public static string From(string? path) =>
        path is ['/', .. var rest] && rest is not (['/', ..] or ['\\', ..]) && !path.Any(char.IsControl)
            && !path.Contains('\\', StringComparison.Ordinal) ? path : Paths.Home;
}
