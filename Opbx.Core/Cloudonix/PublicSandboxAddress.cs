namespace Opbx.Core.Cloudonix;

/// <summary>The sandbox at the portal's public address; used unless the host knows a nearer one.</summary>
internal sealed class PublicSandboxAddress(PublicAddress address) : ISandboxAddress
{
    public string ApiUrl => address.For("/sandbox/api");
}
