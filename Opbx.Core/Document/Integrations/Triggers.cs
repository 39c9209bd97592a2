namespace Opbx.Core.Document.Integrations;

/// <summary>What is to know about triggers besides their names.</summary>
public static class Triggers
{
    /// <summary>Whether it belongs to the account (organization) and not to one PBX.</summary>
    public static bool IsAccount(Trigger trigger) => trigger is Trigger.UserCreated or Trigger.UserDeleted or Trigger.UserModified;

    /// <summary>How it is spelled in JSON, for example <c>callEnded</c>.</summary>
    public static string Spelling(Trigger trigger) => JsonNamingPolicy.CamelCase.ConvertName(trigger.ToString());

    /// <summary>The trigger spelled so; null when there is none.</summary>
    public static Trigger? Find(string? spelling)
    {
        foreach (var trigger in Enum.GetValues<Trigger>())
            if (Spelling(trigger) == spelling) return trigger;
        return null;
    }
}
