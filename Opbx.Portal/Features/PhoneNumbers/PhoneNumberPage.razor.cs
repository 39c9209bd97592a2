using Opbx.Core.Document.PhoneNumbers;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.PhoneNumbers;

public sealed partial class PhoneNumberPage
{
    /// <summary>The number in the address, without its plus sign; null for a new one.</summary>
    [Parameter] public string? Digits { get; set; }

    public override Crumb List => new("Phone numbers", Paths.PhoneNumbers);

    protected override ObjectKind Kind => ObjectKind.PhoneNumbers;

    protected override string? KeyInAddress => Digits is null ? null : "+" + Digits.TrimStart('+');

    protected override string WhatDeletingMeans => "Calls to this number are refused from then on. You can add it again.";

    protected override PhoneNumber Make() =>
        Document.Extensions is [var first, ..] ? new PhoneNumber { Destination = new ExtensionDestination { Number = first.Number } }
            : new PhoneNumber();

    protected override string PathOf(string key) => Paths.PhoneNumber(key);

    protected override string NameOf(PhoneNumber value) => $"{NumberText.Readable(value.Number, Session.Country)} {value.Name}".TrimEnd();
}
