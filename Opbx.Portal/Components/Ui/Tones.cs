namespace Opbx.Portal.Components.Ui;

public static class Tones
{
    /// <summary>The style sheet's class.</summary>
    public static string ClassOf(Tone tone) => tone switch {
        Tone.Neutral => "neutral",
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "bad",
    };

    public static string IconOf(Tone tone) => tone switch {
        Tone.Neutral => "circle",
        Tone.Info => "info",
        Tone.Good => "check_circle",
        Tone.Warning => "warning",
        Tone.Bad => "error",
    };
}
