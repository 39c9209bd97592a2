using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

internal static class VoicemailStep
{
    private const int MaxSeconds = 300;

    public static Move Enter(Walk walk, string number)
    {
        if (walk.Plan.Extensions.GetValueOrDefault(number) is not UserExtension user) return Destinations.Gone(walk, "extension", number);
        if (!user.Active || !user.Voicemail.Enabled)
        {
            walk.Explain("voicemail", "extension", number, "voicemailOff", $"{user.Name} has no voicemail.");
            return walk.SayGoodbye(Sentences.NoVoicemail);
        }
        walk.Reach($"Voicemail {number}");
        walk.Explain("voicemail", "extension", number, "voicemail", $"The caller can leave {user.Name} a message.");
        walk.Happened(new MessageOffered(number));
        if (walk.Audio(user.Voicemail.Greeting) is null)
            walk.Say($"You have reached the voicemail of {user.Name}. Please leave a message after the tone.");
        else walk.Play(user.Voicemail.Greeting);
        return new Move.Stop(new TakeMessage(MaxSeconds, walk.Next(Wait.Message, number)));
    }

    public static Move Resume(Walk walk)
    {
        var number = walk.State.Key;
        if (string.IsNullOrWhiteSpace(walk.Facts.RecordingUrl))
        {
            walk.Explain("voicemail", "extension", number, "noMessage", "The caller left no message.");
            return walk.SayGoodbye(Sentences.NoMessage);
        }
        walk.Explain("voicemail", "extension", number, "messageLeft", walk.Facts.RecordingDuration is { } seconds
            ? $"The caller left a message of {seconds} seconds." : "The caller left a message.");
        walk.Happened(new MessageLeft(number, walk.Facts.RecordingUrl, walk.Facts.RecordingDuration));
        return walk.SayGoodbye(Sentences.ThankYou);
    }
}
