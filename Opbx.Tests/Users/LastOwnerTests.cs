using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Users;

namespace Opbx.Tests.Users;

public sealed class LastOwnerTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const string Password = "a long enough password";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("removed")]
    [InlineData("demoted")]
    [InlineData("deactivated")]
    public async Task Of_two_owners_who_act_against_each_other_in_the_same_moment_one_stays(string how)
    {
        var (organization, first) = await FoundAsync(how);
        var editor = portal.Services.GetRequiredService<UserEditor>();
        var invited =
            (await editor.InviteAsync(new Actor(organization, Role.Owner, "test", ActorSource.Portal), $"second@{how}.example", null,
                Role.Owner, null, Cancel)).Value!;
        var token = Uri.UnescapeDataString(invited.Link[(invited.Link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);
        Assert.True((await portal.Services.GetRequiredService<Invitations>().AcceptAsync(token, Password, Cancel)).Ok);

        var both = await Task.WhenAll(Against(first, invited.User.Id), Against(invited.User.Id, first));

        Assert.Equal(1, both.Count(ok => ok));
        using var owner = portal.Client(_key);
        Assert.Single((await owner.SendAsync(HttpMethod.Get, "/api/v1/users")).Body!["items"]!.AsArray(),
            u => (string?)u!["role"] == "Owner" && (bool)u["active"]!);

        Task<bool> Against(Guid who, Guid whom) => Task.Run(async () =>
        {
            var actor = new Actor(organization, Role.Owner, "owner", ActorSource.Portal, UserId: who);
            return how switch {
                "removed" => (await editor.DeleteAsync(actor, whom, Cancel)).Ok,
                "demoted" => (await editor.ChangeAsync(actor, whom, Role.Reporter, active: null, Cancel)).Ok,
                _ => (await editor.ChangeAsync(actor, whom, role: null, active: false, Cancel)).Ok,
            };
        });
    }

    private string _key = "";

    private async Task<(Guid Organization, Guid Owner)> FoundAsync(string name)
    {
        using var platform = portal.Client();
        var (status, made) =
            await platform.SendAsync(HttpMethod.Post, "/api/v1/organizations",
                new { name, ownerEmail = $"first@{name}.example", ownerPassword = Password });
        Assert.Equal(201, status);
        using var owner = portal.Client(_key = (string)made!["key"]!);
        return ((Guid)made["id"]!,
            (Guid)Assert.Single((await owner.SendAsync(HttpMethod.Get, "/api/v1/users")).Body!["items"]!.AsArray())!["id"]!);
    }
}
