namespace Opbx.Tests.Browser;

/// <summary>A portal that people reach under a name: browsers make no passkeys for bare numbers.</summary>
public sealed class NamedPortal()
    : BrowserPortal(PortalSetup.Development.WithOwner("Acme Dental").With("Opbx:PublicUrl", "http://localhost"))
{
    internal Uri Named => new UriBuilder(Address) { Host = "localhost" }.Uri;
}
