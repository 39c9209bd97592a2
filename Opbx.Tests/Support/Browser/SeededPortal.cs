using Opbx.Core.Configuration;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Support.Browser;

/// <summary>A portal of a small company with a month of calls, messages and recordings; its owner is signed in.</summary>
public sealed class SeededPortal() : BrowserPortal(PortalSetup.Development.WithOwner("Acme Dental").Seeded(SeededCompany.Document))
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SeededAudio.AddAsync(Services, Owner.OrganizationId, Pbx);
        await MonthOfCalls.StoreAsync(Services, Get<ConfigurationStore>().Find(Pbx)!);
        await KeepOwnerAsync();
    }

    /// <summary>The signed-in cookies of a person with that role and phone.</summary>
    internal async Task<string> StateOfAsync(Role role, string? extension = null)
    {
        var email = $"{Guid.NewGuid():N}@acme.example";
        await PersonAsync(email, role, OwnerPassword, role.ToString(), extension);
        return await StateOfAsync(email, OwnerPassword);
    }
}
