namespace Opbx.Portal.Features.Configuration;

/// <summary>Which permission changes which kind of object.</summary>
internal static class ObjectPermissions
{
    public static Permission Edit(ObjectKind kind) =>
        kind == ObjectKind.Integrations ? Permission.EditIntegrations : Permission.EditConfiguration;
}
