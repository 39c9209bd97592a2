using Opbx.Core.Document;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <param name="Begun">Changes that are in force then and are not yet.</param>
public sealed record FutureConfiguration(PbxSnapshot Snapshot, IReadOnlyList<ScheduledChange> Begun);
