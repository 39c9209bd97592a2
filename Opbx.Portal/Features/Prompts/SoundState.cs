namespace Opbx.Portal.Features.Prompts;

/// <summary>What the field of a recording is doing.</summary>
internal enum SoundState
{
    Idle,
    Recording,
    Taking,
}
