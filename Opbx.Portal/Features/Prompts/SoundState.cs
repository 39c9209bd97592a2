namespace Opbx.Portal.Features.Prompts;

internal enum SoundState
{
    Idle,
    Recording,
    Taking,
}
