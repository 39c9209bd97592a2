using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users.SecondFactors;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Users;

/// <summary>Who must have a second factor.</summary>
public sealed partial class SignInRulesPage
{
    private const string UsersTitle = "Users";
    private static readonly IReadOnlyList<Choice<SecondFactorRule>> Choices =
    [
        new(SecondFactorRule.Nobody, "Nobody: everybody decides for themselves"),
        new(SecondFactorRule.OwnersAndAdmins, "Owners and administrators"),
        new(SecondFactorRule.Everybody, "Everybody"),
    ];

    private SignInRulesView? _rules;
    private SecondFactorRule _chosen;
    private Failure? _failure;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private SignInRules Rules { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override async Task OnInitializedAsync() => Show(await Rules.GetAsync(Session.Actor, CancellationToken.None));

    private async Task SaveAsync()
    {
        var saved = await Rules.SetAsync(Session.Actor, _chosen, CancellationToken.None);
        Show(saved);
        if (saved.Ok) Toasts.Done("Saved.");
    }

    private void Show(Result<SignInRulesView> rules)
    {
        _failure = rules.Failure;
        if (rules.Ok) (_rules, _chosen) = (rules.Value, rules.Value.SecondFactor);
    }
}
