namespace Opbx.Portal.Components;

/// <summary>Light and dark mode, as spelled in the cookie and the style sheet.</summary>
public static class Appearances
{
    public const string Cookie = "opbx-appearance";
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";

    /// <summary>A known value, or the device's setting for anything else.</summary>
    public static string Known(string? value) => value is Light or Dark ? value : System;
}
