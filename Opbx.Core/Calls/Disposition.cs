namespace Opbx.Core.Calls;

/// <summary>How a call ended.</summary>
public enum Disposition
{
    /// <summary>A person, a conference or an assistant took it.</summary>
    Answered,

    Missed,

    /// <summary>Busy, and nothing else was configured.</summary>
    Busy,

    /// <summary>It could not be connected.</summary>
    Failed,

    /// <summary>The caller left a message.</summary>
    Voicemail,

    Blocked,

    /// <summary>The caller gave up while it rang.</summary>
    Canceled,
}
