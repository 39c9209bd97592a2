using Opbx.Portal.Components;
using Opbx.Portal.Http;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Integrations;

/// <summary>A page about integrations of the phone system, or of the account, depending on its address.</summary>
public abstract class IntegrationScope : ComponentBase
{
    protected bool Account { get; private set; }

    /// <summary>Null for the account.</summary>
    protected Guid? PbxId => Account ? null : Session.PbxId;

    protected bool MayEdit => Session.May(Permission.EditIntegrations);

    /// <summary>The top page of this scope.</summary>
    protected Components.Ui.Crumb Root => new(Account ? "Account integrations" : "Integrations", Paths.IntegrationsOf(Account));

    [CascadingParameter] protected PortalSession Session { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        Account = Paths.IsOfAccount(new Uri(Navigation.Uri));
        return base.SetParametersAsync(parameters);
    }

    /// <summary>The name in an address: routing leaves an escaped slash inside a segment as it is.</summary>
    protected static string? Unescape(string? name) => name is null ? null : PathSegments.NameIn(name);
}
