using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Integrations;

/// <summary>A value that an event offers to a webhook's receiver; all are sent as text.</summary>
public enum ValueName
{
    [Display(Name = "Extension Number")] ExtensionNumber,

    /// <summary>The person's name; for alerts and changes, what they are about.</summary>
    [Display(Name = "Name")] Name,

    /// <summary>The outbound number configured for the extension.</summary>
    [Display(Name = "Outbound Phone Number")] OutboundPhoneNumber,

    [Display(Name = "Has Voicemail")] HasVoicemail,

    /// <summary>The call types the extension can use, comma-separated without spaces.</summary>
    [Display(Name = "Enabled Calls")] EnabledCalls,

    /// <summary>When it happened, ISO 8601 with the PBX's offset.</summary>
    [Display(Name = "Date/Time")] DateTime,

    /// <summary>The PBX's UUID.</summary>
    [Display(Name = "Service UUID")] ServiceUuid,

    /// <summary>The PBX's system name.</summary>
    [Display(Name = "Service Name")] ServiceName,

    [Display(Name = "Service Friendly Name")] ServiceFriendlyName,

    [Display(Name = "Source Number")] SourceNumber,

    [Display(Name = "Destination Number")] DestinationNumber,

    [Display(Name = "Call UUID")] CallUuid,

    [Display(Name = "IVR Name")] IvrName,

    /// <summary>The digits the caller pressed.</summary>
    [Display(Name = "Option Selected")] OptionSelected,

    /// <summary>Stays the same across attempts, redelivery and replay.</summary>
    [Display(Name = "Event ID")] EventId,

    [Display(Name = "Event Type")] EventType,

    /// <summary><c>inbound</c>, <c>outbound</c> or <c>internal</c>.</summary>
    [Display(Name = "Direction")] Direction,

    /// <summary>Number of the extension that answered.</summary>
    [Display(Name = "Answered By")] AnsweredBy,

    /// <summary>How the call ended, as in the call log.</summary>
    [Display(Name = "Disposition")] Disposition,

    /// <summary>Seconds from the start of the call.</summary>
    [Display(Name = "Duration")] Duration,

    /// <summary>Seconds from the answer.</summary>
    [Display(Name = "Billable Seconds")] BillableSeconds,

    [Display(Name = "Recording URL")] RecordingUrl,
}
