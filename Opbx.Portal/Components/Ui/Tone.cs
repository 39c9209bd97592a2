namespace Opbx.Portal.Components.Ui;

/// <summary>How something is: the colour of chips and alerts. Never the only carrier of meaning.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
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

    public static string IconOf(Tone tone) => tone switch
    {
        Tone.Neutral => "circle",
        Tone.Info => "info",
        Tone.Good => "check_circle",
        Tone.Warning => "warning",
        Tone.Bad => "error",
    };
}
