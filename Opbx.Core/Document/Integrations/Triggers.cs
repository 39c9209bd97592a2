namespace Opbx.Core.Document.Integrations;

public static class Triggers
{
    /// <summary>Whether it belongs to the account (organization) instead of a PBX.</summary>
    public static bool IsAccount(Trigger trigger) => trigger is Trigger.UserCreated or Trigger.UserDeleted or Trigger.UserModified;

    /// <summary>The JSON name, for example <c>callEnded</c>.</summary>
    public static string Spelling(Trigger trigger) => JsonNamingPolicy.CamelCase.ConvertName(trigger.ToString());

    /// <summary>By JSON name; null when there is none.</summary>
    public static Trigger? Find(string? spelling)
    {
        foreach (var trigger in Enum.GetValues<Trigger>())
            if (Spelling(trigger) == spelling) return trigger;
        return null;
    }
}
