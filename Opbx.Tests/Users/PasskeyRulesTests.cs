using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Core.Users;
using Opbx.Core.Users.Passkeys;
using Opbx.Portal.Security;

namespace Opbx.Tests.Users;

public sealed class PasskeyRulesTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_has_at_most_ten_and_removes_only_own_ones()
    {
        var user = await portal.PersonAsync("keys@acme.example", Role.Supervisor);
        var other = await portal.PersonAsync("nokeys@acme.example", Role.Owner);
        var editor = portal.Services.GetRequiredService<PasskeyEditor>();
        for (var i = 0; i < Passkey.Most; i++) Assert.True((await editor.AddAsync(user, Key(user, (byte)i), Cancel)).Ok);
        Assert.Equal(FailureKind.Conflict, (await editor.AddAsync(user, Key(user, 99), Cancel)).Failure?.Kind);
        // One device's passkey cannot be two people's.
        Assert.Equal(FailureKind.Conflict, (await editor.AddAsync(other, Key(other, 3), Cancel)).Failure?.Kind);

        var first = (await editor.ListAsync(ActorOf(user), Cancel))[0];
        Assert.Empty(await editor.ListAsync(ActorOf(other), Cancel));
        Assert.Equal(FailureKind.NotFound, (await editor.RemoveAsync(ActorOf(other), first.Id, Cancel)).Failure?.Kind);
        Assert.True((await editor.RemoveAsync(ActorOf(user), first.Id, Cancel)).Ok);
        Assert.Equal(Passkey.Most - 1, (await editor.ListAsync(ActorOf(user), Cancel)).Count);
    }

    [Theory]
    [InlineData("https://pbx.acme.example", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://pbx.acme.example", false)]
    [InlineData("https://192.0.2.7", false)]
    [InlineData("https://[2001:db8::1]:8443", false)]
    public void They_are_offered_where_browsers_can_use_them(string url, bool offered)
    {
        var address = new PublicAddress(Microsoft.Extensions.Options.Options.Create(new PortalOptions { PublicUrl = url }));
        Assert.Equal(offered, PasskeyFlow.IsPossible(address));
    }

    [Fact]
    public async Task Where_they_are_not_possible_nothing_is_asked_of_browsers()
    {
        using var client = portal.Client(key: null);
        using var answer = await client.PostAsync("/sign-in/passkey-request", content: null, Cancel);
        Assert.Equal(409, (int)answer.StatusCode);
        using var creation = await client.PostAsync("/account/passkeys/creation", content: null, Cancel);
        Assert.Equal(302, (int)creation.StatusCode);
        using var visitor = new HttpVisitor(portal);
        Assert.DoesNotContain("passkey", (await visitor.GetAsync("/sign-in")).Text, StringComparison.OrdinalIgnoreCase);
    }

    private static Actor ActorOf(User user) => new(user.OrganizationId, user.Role, user.Email!, ActorSource.Portal, null, user.Id);

    private static Passkey Key(User user, byte id) => new() {
        Id = Guid.NewGuid(),
        OrganizationId = user.OrganizationId,
        UserId = user.Id,
        Name = $"Key {id}",
        CredentialId = [id],
        PublicKey = [1],
        AttestationObject = [1],
        ClientDataJson = [1],
        CreatedAt = TimeProvider.System.GetUtcNow(),
    };
}
