using Opbx.Core.Users;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.Users;

namespace Opbx.Portal.Features.ApiKeys;

/// <summary>Creates an API key and shows it once.</summary>
public sealed partial class NewApiKeyPage
{
    private const string KeysTitle = "API keys";
    private static readonly Input Nothing = new(null, Role.Reporter, null);
    private Input _input = Nothing;
    private NewApiKey? _made;
    private Failure? _failure;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ApiKeyEditor Editor { get; set; } = default!;

    private IReadOnlyList<Choice<Role>> Roles => RoleText.ChoicesFor(Session.Actor);
    private string? LastDay => _input.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void ChooseDay(ChangeEventArgs e) =>
        _input = _input
            with {
            LastDay =
                DateOnly.TryParseExact(e.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day : null
        };

    private async Task CreateAsync()
    {
        var made = await Editor.CreateAsync(Session.Actor, _input.Name ?? "", _input.Role, _input.LastDay is { } day ? EndOf(day)
            : null, CancellationToken.None);
        (_made, _failure) = (made.Value, made.Failure);
    }

    private DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Session.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private sealed record Input(string? Name, Role Role, DateOnly? LastDay);
}
