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
