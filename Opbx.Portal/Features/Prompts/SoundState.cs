namespace Opbx.Portal.Features.Prompts;

/// <summary>What the field of a recording is doing.</summary>
internal enum SoundState
{
    /// <summary>It waits for the person.</summary>
    Idle,

    /// <summary>The microphone is on.</summary>
    Recording,

    /// <summary>A sound is on its way to the portal.</summary>
    Taking,
}
