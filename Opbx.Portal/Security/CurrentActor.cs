using Microsoft.AspNetCore.Components.Authorization;

namespace Opbx.Portal.Security;

/// <summary>Who looks at a page; for components and static pages.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state)
{
    /// <summary>The signed-in person; every page that is not explicitly open has one.</summary>
    public async Task<Actor> GetAsync() => await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person, or null.</summary>
    public async Task<Actor?> FindAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor();
}
