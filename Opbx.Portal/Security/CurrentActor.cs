using Microsoft.AspNetCore.Components.Authorization;

namespace Opbx.Portal.Security;

/// <summary>The person viewing a page; for components and static pages.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state)
{
    /// <summary>Every page that is not explicitly open has a signed-in person.</summary>
    public async Task<Actor> GetAsync() => await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in.");

    public async Task<Actor?> FindAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor();
}
