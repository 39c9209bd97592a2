namespace Opbx.Portal.Features.Prompts;

/// <summary>What the field of a recording is doing.</summary>
internal enum SoundState
{
    Idle,
    Recording,

    /// <summary>A sound is on its way to the portal.</summary>
    Taking,
}
