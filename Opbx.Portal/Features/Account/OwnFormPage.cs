using Opbx.Portal.Components.Ui;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Account;

/// <summary>A plain page with a form about the own account: who sends it, and what was wrong with it.</summary>
public abstract class OwnFormPage : ComponentBase
{
    protected FormContext Fields { get; } = new();
    protected Actor Actor { get; private set; } = default!;

    /// <summary>Why the last attempt did not work.</summary>
    protected Failure? Failure { get; private set; }

    [CascadingParameter] protected HttpContext Context { get; set; } = default!;
    [Inject] private CurrentActor Current { get; set; } = default!;

    protected override async Task OnInitializedAsync() => Actor = await Current.GetAsync();

    /// <summary>Takes over what came of an attempt.</summary>
    protected void Show(Failure? failure)
    {
        Failure = failure;
        Fields.Show(failure?.Errors);
    }
}
