using Microsoft.AspNetCore.Components;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Shared;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.BusinessHours;

public sealed partial class BusinessHoursListPage
{
    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private static BusinessHoursSchedule Of(SavedObject row) => (BusinessHoursSchedule)row.Object;

    private Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query) => Task.FromResult(Directory.List(Session.Actor, Session.PbxId, ObjectKind.BusinessHours, query));
}
