using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.OutboundRules;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Extensions;

/// <summary>Fields of a person's extension only: ringing, forwarding, voicemail, outside calls.</summary>
public sealed partial class PersonFields
{
    private static readonly IReadOnlyList<Choice<RecordCalls>> Recordings =
        [.. Enum.GetValues<RecordCalls>().Select(r => new Choice<RecordCalls>(r, DisplayNames.For(r)))];

    [Parameter, EditorRequired] public UserExtension Value { get; set; } = default!;
    [Parameter] public EventCallback<Extension> ValueChanged { get; set; }

    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    private string Otherwise => Value.Voicemail.Enabled ? "To this person's voicemail" : "The caller hears a sentence";

    private IReadOnlyList<Choice<string>> CallerIds =>
    [
        new("", Document.Pbx.DefaultCallerId is { } number
            ? $"The phone system's number, {NumberText.Readable(number, Document.Pbx.Country)}" : "The phone system's number"),
        .. Document.PhoneNumbers.Where(n => n.Active || n.Number == Value.OutboundNumber)
        .Select(n => new Choice<string>(n.Number, $"{NumberText.Readable(n.Number, Document.Pbx.Country)} {n.Name}".TrimEnd())),
    ];

    private Task Set(UserExtension value) => ValueChanged.InvokeAsync(value);

    private Task Allow(CallType type, bool allowed) =>
        Set(Value with { EnabledCalls = [.. Enum.GetValues<CallType>().Where(t => t == type ? allowed : Value.EnabledCalls.Contains(t))] });
}
