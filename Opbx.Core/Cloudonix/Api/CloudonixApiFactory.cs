namespace Opbx.Core.Cloudonix.Api;

/// <summary>Makes REST clients.</summary>
internal sealed class CloudonixApiFactory(CloudonixTransport transport) : ICloudonixApiFactory
{
    public ICloudonixApi For(CloudonixAccess access) => new CloudonixApi(transport, access);
}
