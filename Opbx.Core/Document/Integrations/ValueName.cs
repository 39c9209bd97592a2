using System.ComponentModel.DataAnnotations;

namespace Opbx.Core.Document.Integrations;

/// <summary>A value that an event offers to the receiver of a webhook; all of them are sent as text.</summary>
public enum ValueName
{
    /// <summary>Number of the person's extension.</summary>
    [Display(Name = "Extension Number")] ExtensionNumber,

    /// <summary>The person's name; for alerts and changes: what they are about.</summary>
    [Display(Name = "Name")] Name,

    /// <summary>The outbound number configured for the extension.</summary>
    [Display(Name = "Outbound Phone Number")] OutboundPhoneNumber,

    [Display(Name = "Has Voicemail")] HasVoicemail,

    /// <summary>The call types the extension may use, comma separated without spaces.</summary>
    [Display(Name = "Enabled Calls")] EnabledCalls,

    /// <summary>When it happened, ISO-8601 with the PBX's offset.</summary>
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

    /// <summary>The digits the caller chose at the menu.</summary>
    [Display(Name = "Option Selected")] OptionSelected,

    /// <summary>Identity of the event; stays the same over attempts, redelivery and replay.</summary>
    [Display(Name = "Event ID")] EventId,

    [Display(Name = "Event Type")] EventType,

    /// <summary><c>inbound</c>, <c>outbound</c> or <c>internal</c>.</summary>
    [Display(Name = "Direction")] Direction,

    /// <summary>Number of the extension that answered.</summary>
    [Display(Name = "Answered By")] AnsweredBy,

    /// <summary>How the call ended, as in the call log.</summary>
    [Display(Name = "Disposition")] Disposition,

    /// <summary>Length in seconds, from the start.</summary>
    [Display(Name = "Duration")] Duration,

    /// <summary>Length in seconds, from the answer.</summary>
    [Display(Name = "Billable Seconds")] BillableSeconds,

    /// <summary>Where the recording can be fetched.</summary>
    [Display(Name = "Recording URL")] RecordingUrl,
}
