namespace Opbx.Core.Routing;

/// <summary>What callers hear when nothing else is configured.</summary>
public static class Sentences
{
    public const string Apology = "We are sorry, your call cannot be connected. Please try again later.";
    public const string OutOfService = "This number is not in service at the moment. Please try again later.";
    public const string RequestRefused = "This phone system does not accept this request.";
    public const string Goodbye = "Goodbye.";
    public const string ExtensionInactive = "The extension you are calling is not in service.";
    public const string Busy = "The person you are calling is busy. Please try again later.";
    public const string NoAnswer = "The person you are calling does not answer. Please try again later.";
    public const string Unreachable = "The person you are calling cannot be reached at the moment. Please try again later.";
    public const string GroupInactive = "Nobody can take your call at this number at the moment.";
    public const string MenuInactive = "This menu is not available at the moment. Please try again later.";
    public const string InvalidChoice = "That is not a valid choice.";
    public const string OptionUnavailable = "This choice is not available at the moment.";
    public const string NumberBusy = "The number you are calling is busy.";
    public const string NumberNoAnswer = "The number you are calling does not answer.";
    public const string NumberUnreachable = "The number you are calling cannot be reached.";
    public const string NoVoicemail = "This person has no voicemail. Please try again later.";
    public const string NoMessage = "No message was recorded. Goodbye.";
    public const string ThankYou = "Thank you for your message. Goodbye.";
    public const string NoMailbox = "This phone has no mailbox.";
    public const string MailboxEmpty = "You have no messages.";
    public const string NoMoreMessages = "You have no more messages. Goodbye.";
    public const string MessageDeleted = "The message is deleted.";
    public const string MailboxKeys = "To hear it again, press 1. For the next message, press 2. To delete it, press 3. To end, press 9.";
    public const string AskPin = "Please enter the PIN of the conference, followed by the hash key.";
    public const string WrongPin = "This PIN is not right.";
    public const string ConferenceInactive = "This conference is not available at the moment.";
    public const string FeatureRefused = "Only a phone of this company can do that.";
    public const string NothingRings = "Nothing rings there at the moment.";
    public const string PickupFailed = "The call could not be picked up.";
    public const string NoHours = "There are no business hours to switch.";
    public const string NowClosed = "You are now closed. Dial the same code again to return to the business hours.";
    public const string NowOpen = "You are now open. Dial the same code again to return to the business hours.";
    public const string HoursAgainOpen = "The business hours apply again. You are open now.";
    public const string HoursAgainClosed = "The business hours apply again. You are closed now.";
    public const string HoursAgain = "The business hours apply again.";
    public const string StateRefused = "We are sorry, something went wrong with your call.";
    public const string MayNotDialOut = "This phone is not allowed to call outside numbers.";
}
