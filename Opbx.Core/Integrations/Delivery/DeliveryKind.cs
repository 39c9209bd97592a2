namespace Opbx.Core.Integrations.Delivery;

/// <summary>Why a delivery was made.</summary>
public enum DeliveryKind
{
    Live,

    /// <summary>A person sent it again.</summary>
    Resend,

    /// <summary>A time range was replayed.</summary>
    Backfill,

    /// <summary>A person tried the integration with sample values.</summary>
    Test,
}
