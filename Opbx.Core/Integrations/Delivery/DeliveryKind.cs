namespace Opbx.Core.Integrations.Delivery;

public enum DeliveryKind
{
    Live,
    /// <summary>Sent again by a person.</summary>
    Resend,
    /// <summary>Part of a replayed time range.</summary>
    Backfill,
    /// <summary>Sent by a person with sample values.</summary>
    Test,
}
