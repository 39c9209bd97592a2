namespace Opbx.Core.Retention;

/// <summary>Retention periods in days (section <c>Retention</c>); 0 keeps data forever. Recordings have their own section.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Calls with all their decisions.</summary>
    public int CallDays { get; set; } = 400;

    /// <summary>The platform's messages, and the events for integrations.</summary>
    public int EventDays { get; set; } = 30;

    /// <summary>Finished deliveries to integrations, with their requests and responses.</summary>
    public int DeliveryDays { get; set; } = 30;

    /// <summary>The bodies of the platform's messages as received; the derived facts stay with the call.</summary>
    public int RawBodyDays { get; set; } = 7;
}
