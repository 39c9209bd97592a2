using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Shared;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.PhoneNumbers;

/// <summary>The list of phone numbers.</summary>
public sealed partial class PhoneNumbersPage
{
    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    private static PhoneNumber Of(SavedObject row) => (PhoneNumber)row.Object;

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query)
    {
        var typed = query.Search is { } search && search.Any(char.IsDigit) ? Components.Ui.NumberText.Plain(search) : query.Search;
        return Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.PhoneNumbers, query with { Search = typed }));
    }
}
