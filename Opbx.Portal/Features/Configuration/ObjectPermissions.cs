namespace Opbx.Portal.Features.Configuration;

/// <summary>The permission that changes each kind of object.</summary>
internal static class ObjectPermissions
{
    public static Permission Edit(ObjectKind kind) =>
        kind == ObjectKind.Integrations ? Permission.EditIntegrations : Permission.EditConfiguration;
}
