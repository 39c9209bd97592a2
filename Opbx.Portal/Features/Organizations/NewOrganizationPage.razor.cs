using Opbx.Core.Organizations;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.Organizations;

/// <summary>Creates an organization and shows once what its owner needs.</summary>
public sealed partial class NewOrganizationPage
{
    private const string ListTitle = "Organizations";
    private OrganizationInput _input = default!;
    private NewOrganization? _made;
    private Failure? _failure;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private PlatformProvisioning Founder { get; set; } = default!;

    /// <summary>Most new organizations are in the same place as the platform.</summary>
    private OrganizationInput Nothing => new(null, Session.Snapshot.Document.Pbx.TimeZone, null, null, Session.Country);

    protected override void OnInitialized() => _input = Nothing;

    private async Task CreateAsync()
    {
        var made = await Founder.CreateAsync(Session.Actor, _input, CancellationToken.None);
        (_made, _failure) = (made.Value, made.Failure);
    }
}
