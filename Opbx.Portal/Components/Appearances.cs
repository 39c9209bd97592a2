namespace Opbx.Portal.Components;

/// <summary>The ways the portal can look, as the cookie and the style sheet spell them.</summary>
public static class Appearances
{
    public const string Cookie = "opbx-appearance";
    public const string System = "system";

    /// <summary>Dark text on a light page.</summary>
    public const string Light = "light";

    /// <summary>Light text on a dark page.</summary>
    public const string Dark = "dark";

    /// <summary>The value itself when it is one of ours, else the device's.</summary>
    public static string Known(string? value) => value is Light or Dark ? value : System;
}
