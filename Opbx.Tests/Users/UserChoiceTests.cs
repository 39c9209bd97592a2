using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;
using Opbx.Core.Users.Choices;

namespace Opbx.Tests.Users;

/// <summary>What a person chose on a page is found again by that person alone.</summary>
public sealed class UserChoiceTests(TestPortal host) : IClassFixture<TestPortal>
{
    [Fact]
    public async Task A_choice_is_kept_replaced_and_forgotten_for_one_person()
    {
        var choices = host.Services.GetRequiredService<UserChoices>();
        await using var db = host.Services.GetRequiredService<Database>().OpenUnrestricted();
        var owner = await db.Users.SingleAsync(u => u.Email == TestPortal.OwnerEmail, TestContext.Current.CancellationToken);
        var person = new Actor(owner.OrganizationId, Role.Owner, TestPortal.OwnerEmail, ActorSource.Portal, null, owner.Id);
        await choices.SaveAsync(person, "calls", "group=Sales", default);
        await choices.SaveAsync(person, "calls", "direction=Inbound", default);
        Assert.Equal("direction=Inbound", await choices.FindAsync(person, "calls", default));
        Assert.Null(await choices.FindAsync(person, "other", default));
        Assert.Null(await choices.FindAsync(person with { UserId = Guid.NewGuid() }, "calls", default));
        Assert.Null(await choices.FindAsync(person with { UserId = null }, "calls", default));
        await choices.SaveAsync(person, "calls", new string('x', UserChoices.LongestValue + 1), default);
        Assert.Equal("direction=Inbound", await choices.FindAsync(person, "calls", default));
        await choices.SaveAsync(person, "calls", null, default);
        Assert.Null(await choices.FindAsync(person, "calls", default));
    }
}
