using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;

namespace Opbx.Core.Users.SelfService;

/// <summary>Lets people edit <see cref="OwnSettings"/> of their own extension, and nothing else.</summary>
public sealed class OwnExtensionEditor(OwnLinks links, ConfigurationStore store, ConfigurationEditor editor)
{
    /// <summary>NotFound without a link, or when the linked extension no longer exists.</summary>
    public async Task<Result<SavedObject>> GetAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditOwnExtension)) return Failure.Forbidden();
        if (actor.Own is not { } own || !await links.HoldAsync(actor, own.PbxId, own.Number, cancel))
            return Failure.NotFound("Your own extension");
        return store.Find(own.PbxId) is { } snapshot && snapshot.OrganizationId == actor.OrganizationId
            && snapshot.Document.Find(ObjectKind.Extensions, own.Number) is UserExtension extension
            ? new SavedObject(extension, snapshot.Objects[new ObjectRef(ObjectKind.Extensions.Name, own.Number)])
            : Failure.NotFound("Your own extension");
    }

    /// <param name="actor">The extension must be this person's own.</param>
    /// <param name="expectedVersion">The version the person saw; Stale when it has changed since, any when null.</param>
    public async Task<Result<SavedObject>> SaveAsync(Actor actor, OwnExtension own, OwnSettings settings, long? expectedVersion,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.EditOwnExtension) || !await links.HoldAsync(actor, own.PbxId, own.Number, cancel))
            return Failure.Forbidden();
        return await editor.ChangeAllowedAsync<UserExtension>(actor, own.PbxId, ObjectKind.Extensions, own.Number, (document, stored) =>
        {
            var errors = new FieldErrors();
            OwnDestinations.Check(actor, document, stored, settings.Forwarding, errors);
            return errors.IsEmpty ? settings.On(stored) : Failure.Invalid(errors);
        }, expectedVersion, cancel);
    }
}
