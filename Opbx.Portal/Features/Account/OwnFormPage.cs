using Opbx.Portal.Components.Ui;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>A plain page with a form about the person's own account.</summary>
public abstract class OwnFormPage : ComponentBase
{
    protected FormContext Fields { get; } = new();
    protected Actor Actor { get; private set; } = default!;
    protected Failure? Failure { get; private set; }
    [CascadingParameter] protected HttpContext Context { get; set; } = default!;
    [Inject] private CurrentActor Current { get; set; } = default!;

    protected override async Task OnInitializedAsync() => Actor = await Current.GetAsync();

    protected void Show(Failure? failure)
    {
        Failure = failure;
        Fields.Show(failure?.Errors);
    }
}
