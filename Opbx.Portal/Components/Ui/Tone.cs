namespace Opbx.Portal.Components.Ui;

/// <summary>The colour of chips and alerts. Never the only carrier of meaning.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
    Bad,
}
