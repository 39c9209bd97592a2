using Microsoft.AspNetCore.Components.Authorization;
using Opbx.Core.Access;
using Opbx.Core.Configuration;

namespace Opbx.Portal.Security;

/// <summary>Who looks at a page, and at which PBX; for components and static pages.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state, ConfigurationStore configuration)
{
    /// <summary>The signed-in person; every page that is not explicitly open has one.</summary>
    public async Task<Actor> GetAsync() => await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person, or null.</summary>
    public async Task<Actor?> FindAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor();

    /// <summary>The chosen PBX, else the person's only or first one; null while the organization has none.</summary>
    public async Task<PbxSnapshot?> FindPbxAsync()
    {
        var user = (await state.GetAuthenticationStateAsync()).User;
        if (user.ToActor() is not { } actor) return null;
        var pbxs = configuration.OfOrganization(actor.OrganizationId);
        return pbxs.FirstOrDefault(p => p.PbxId.ToString() == user.FindFirst(ActorClaims.Pbx)?.Value) ?? (pbxs.Count > 0 ? pbxs[0] : null);
    }

    /// <summary>The identity of <see cref="FindPbxAsync"/>.</summary>
    public async Task<Guid?> FindPbxIdAsync() => (await FindPbxAsync())?.PbxId;

    /// <summary>Every PBX the person may choose from, by name.</summary>
    public async Task<IReadOnlyList<PbxSnapshot>> PbxsAsync() => configuration.OfOrganization((await GetAsync()).OrganizationId);
}
