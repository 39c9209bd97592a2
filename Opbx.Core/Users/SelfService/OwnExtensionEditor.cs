using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;

namespace Opbx.Core.Users.SelfService;

/// <summary>Lets people set what is theirs of their own extension: <see cref="OwnSettings"/>, and nothing else of it or of any other
/// one.</summary>
public sealed class OwnExtensionEditor(OwnLinks links, ConfigurationStore store, ConfigurationEditor editor)
{
    /// <summary>The person's own extension as it is stored; NotFound without a link, or when the link leads nowhere any more.</summary>
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

    /// <param name="actor">Who; the extension must be this person's own.</param>
    /// <param name="expectedVersion">The version the person looked at; Stale when another one is stored by now, any when absent.</param>
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
