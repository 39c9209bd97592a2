namespace Opbx.Core.Document.Extensions;

public static class ExtensionRules
{
    public static void Check(Extension extension, string at, FieldErrors errors)
    {
        switch (extension)
        {
            case ForwardExtension { ForwardTo: not (ExternalDestination or ExtensionDestination) } when !errors.Covers(at + "/forwardTo"):
                errors.Add(at + "/forwardTo", "Forward to an extension or to an outside number.");
                break;
            case ForwardExtension {
                ForwardTo: ExternalDestination { Number: null, Sip: null }
                or ExternalDestination { Number: not null, Sip: not null }
            }:
                errors.Add(at + "/forwardTo", "Give either a phone number or a SIP address.");
                break;
            case UserExtension user when user.EnabledCalls.Distinct().Count() < user.EnabledCalls.Count:
                errors.Add(at + "/enabledCalls", "A call type is listed twice.");
                break;
        }
    }
}
