namespace Opbx.Portal.Components.Ui;

/// <summary>How something is: the colour of chips and alerts. Never the only carrier of meaning.</summary>
public enum Tone
{
    /// <summary>Nothing special.</summary>
    Neutral,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Broken.</summary>
    Bad,
}

/// <summary>Class and usual icon of each tone.</summary>
public static class Tones
{
    /// <summary>The style sheet's class.</summary>
    public static string ClassOf(Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "bad",
    };

    /// <summary>The icon when none is given.</summary>
    public static string IconOf(Tone tone) => tone switch
    {
        Tone.Neutral => "circle",
        Tone.Info => "info",
        Tone.Good => "check_circle",
        Tone.Warning => "warning",
        Tone.Bad => "error",
    };
}
