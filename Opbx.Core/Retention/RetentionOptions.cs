namespace Opbx.Core.Retention;

/// <summary>How long what calls leave behind is kept (section <c>Retention</c>), each in days; 0 keeps it for ever. Recordings have their
/// own section.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Calls, with every decision about them.</summary>
    public int CallDays { get; set; } = 400;

    /// <summary>The platform's messages, and the events that integrations tell.</summary>
    public int EventDays { get; set; } = 30;

    /// <summary>Deliveries to integrations that are over, with their requests and responses.</summary>
    public int DeliveryDays { get; set; } = 30;

    /// <summary>The bodies of the platform's messages as they came; what they say stays in the call.</summary>
    public int RawBodyDays { get; set; } = 7;
}
