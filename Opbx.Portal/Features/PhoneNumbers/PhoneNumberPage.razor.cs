using Microsoft.AspNetCore.Components;
using Opbx.Core.Access;
using Opbx.Core.Configuration;
using Opbx.Core.PhoneNumbers;
using Opbx.Core.Routing;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Layout;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.PhoneNumbers;

/// <summary>One phone number: add, change, disable, delete.</summary>
public sealed partial class PhoneNumberPage
{
    private static readonly IReadOnlyList<Crumb> Above = [new("Phone numbers", Paths.PhoneNumbers)];
    private PhoneNumber? _value;
    private SavedObject? _saved;
    private string _original = "";
    private Failure? _failure;

    /// <summary>The number in the address, without its plus sign; absent for a new one.</summary>
    [Parameter]
    public string? Digits { get; set; }

    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationEditor Editor { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    [Inject]
    private ObjectPages Pages { get; set; } = default!;

    private string? Number => Digits is null ? null : "+" + Digits.TrimStart('+');

    private bool MayEdit => Session.May(Permission.EditConfiguration);

    private bool Dirty => _value is not null && _original != Text(_value);

    private string Heading => _saved is { Object: PhoneNumber n } ? $"{NumberText.Readable(n.Number, Session.Country)} {n.Name}".TrimEnd() : "New phone number";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Number is not null && _saved?.Object.Key == Number) return;
        _failure = null;
        if (Number is null) Show(null, MayEdit ? New() : null);
        else if (Directory.Get(Session.Actor, Session.PbxId, ObjectKind.PhoneNumbers, Number) is { Ok: true, Value: { } saved }) Show(saved, (PhoneNumber)saved.Object);
        else Show(null, null);
    }

    private static string Text(PhoneNumber value) => DocumentJson.Write(ObjectKind.PhoneNumbers, value);

    private PhoneNumber New() =>
        Session.Snapshot.Document.Extensions is [var first, ..] ? new PhoneNumber { Destination = new ExtensionDestination { Number = first.Number } } : new PhoneNumber();

    private void Show(SavedObject? saved, PhoneNumber? value) => (_saved, _value, _original) = (saved, value, value is null ? "" : Text(value));

    private async Task SaveAsync()
    {
        var isNew = _saved is null;
        var result = isNew
            ? await Editor.CreateAsync(Session.Actor, Session.PbxId, ObjectKind.PhoneNumbers, _value!, CancellationToken.None)
            : await Editor.ReplaceAsync(Session.Actor, Session.PbxId, ObjectKind.PhoneNumbers, _saved!.Object.Key, _value!, _saved.Info.Version, CancellationToken.None);
        _failure = result.Failure;
        if (!result.Ok) return;
        Show(result.Value, (PhoneNumber)result.Value.Object);
        Pages.Saved($"{NumberText.Readable(result.Value.Object.Key, Session.Country)} was {(isNew ? "added" : "saved")}.", Paths.PhoneNumber(result.Value.Object.Key), stay: Number == result.Value.Object.Key);
    }

    private async Task DeleteAsync()
    {
        if (_saved is not { Object: PhoneNumber number }) return;
        var readable = NumberText.Readable(number.Number, Session.Country);
        var question = new ConfirmQuestion($"Delete {readable}?", "Calls to this number are refused from then on. You can add it again.", "Delete phone number");
        _failure = await Pages.DeleteAsync(Session, ObjectKind.PhoneNumbers, _saved, question, Paths.PhoneNumbers, () => _value = number);
    }
}
