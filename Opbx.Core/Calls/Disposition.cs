namespace Opbx.Core.Calls;

public enum Disposition
{
    /// <summary>A person, a conference or an assistant answered.</summary>
    Answered,
    Missed,
    /// <summary>Busy, and nothing else was configured.</summary>
    Busy,
    Failed,
    Voicemail,
    Blocked,
    /// <summary>The caller gave up while it rang.</summary>
    Canceled,
}
