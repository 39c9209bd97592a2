using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;
using Opbx.Core.Users.Locks;
using Opbx.Core.Users.SecondFactors;

namespace Opbx.Tests.Users;

public sealed class SecondFactorTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const int Parallel = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_passes_once_also_when_twenty_come_at_the_same_time()
    {
        var (user, key, _) = await PersonAsync("parallel@acme.example");
        var code = await NextCodeAsync(user.Id, key);
        var accepted =
            await Task.WhenAll(Enumerable.Range(0, Parallel)
                .Select(_ => Task.Run(() => Check.AcceptCodeAsync(user.Id, code, Cancel), Cancel)));

        Assert.Single(accepted, passed => passed);
        Assert.False(await Check.AcceptCodeAsync(user.Id, code, Cancel));
    }

    [Fact]
    public async Task A_recovery_code_passes_once_however_it_is_typed()
    {
        var (user, _, codes) = await PersonAsync("recovery@acme.example");
        Assert.Equal(RecoveryCode.Count, codes.Distinct().Count());
        var accepted =
            await Task.WhenAll(Enumerable.Range(0, Parallel)
                .Select(_ => Task.Run(() => Check.AcceptRecoveryCodeAsync(user.Id, codes[0], Cancel), Cancel)));

        Assert.Single(accepted, passed => passed);
        Assert.True(await Check.AcceptRecoveryCodeAsync(user.Id, $" {codes[1].ToUpperInvariant().Replace('-', ' ')} ", Cancel));
        Assert.Equal(8, (await Check.StateAsync(user.Id, Cancel)).CodesLeft);
        var (other, _, _) = await PersonAsync("recovery2@acme.example");
        Assert.False(await Check.AcceptRecoveryCodeAsync(other.Id, codes[2], Cancel));
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        var (user, _, old) = await PersonAsync("renew@acme.example");
        for (var i = 0; i < 7; i++) Assert.True(await Check.AcceptRecoveryCodeAsync(user.Id, old[i], Cancel));
        Assert.True((await Check.StateAsync(user.Id, Cancel)).IsShort);
        var fresh = (await Editor.RenewCodesAsync(user.Id, Cancel)).Value!.Codes;

        Assert.False(await Check.AcceptRecoveryCodeAsync(user.Id, old[9], Cancel));
        Assert.True(await Check.AcceptRecoveryCodeAsync(user.Id, fresh[9], Cancel));
        Assert.False((await Check.StateAsync(user.Id, Cancel)).IsShort);
    }

    [Fact]
    public async Task The_secret_and_the_recovery_codes_are_not_in_the_store_in_clear()
    {
        var (user, key, codes) = await PersonAsync("atrest@acme.example");
        await using var db = Database.OpenUnrestricted();
        var stored = await db.SecondFactors.AsNoTracking().SingleAsync(f => f.UserId == user.Id, Cancel);
        Assert.DoesNotContain(Convert.ToBase64String(key), stored.ProtectedKey, StringComparison.Ordinal);
        var files = "";
        foreach (var file in Directory.GetFiles(portal.DataFolder, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            files += await reader.ReadToEndAsync(Cancel);
        }
        Assert.Contains(user.Email!, files, StringComparison.Ordinal);
        foreach (var code in codes) Assert.DoesNotContain(code, files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_touch_a_person_switches_the_second_factor_off()
    {
        var (user, _, _) = await PersonAsync("lost@acme.example", Role.Admin);
        var admin = new Actor(user.OrganizationId, Role.Admin, "admin", ActorSource.Portal, null, Guid.NewGuid());
        Assert.False((await Editor.SwitchOffAsync(admin, user.Id, Cancel)).Ok);
        Assert.False((await Editor.SwitchOffAsync(admin with { OrganizationId = Guid.NewGuid(), Role = Role.Owner }, user.Id, Cancel)).Ok);
        Assert.True((await Editor.SwitchOffAsync(admin with { Role = Role.Owner }, user.Id, Cancel)).Ok);

        await using var db = Database.OpenUnrestricted();
        Assert.False(await db.SecondFactors.AnyAsync(f => f.UserId == user.Id, Cancel));
        Assert.Equal(0, await db.RecoveryCodes.CountAsync(c => c.UserId == user.Id, Cancel));
        Assert.Contains(await db.History.AsNoTracking().Where(h => h.Key == user.UserName)
            .ToListAsync(Cancel), h => h.After?.Contains("\"secondFactor\":false", StringComparison.Ordinal) == true && h.Actor == "admin");
    }

    [Fact]
    public async Task Of_many_wrong_codes_at_once_five_are_looked_at()
    {
        var (user, _, _) = await PersonAsync("guess@acme.example");
        var locks = portal.Services.GetRequiredService<SignInLocks>();
        var counted =
            await Task.WhenAll(Enumerable.Range(0, Parallel)
                .Select(_ => Task.Run(() => locks.CountAsync(user, SignInLock.Strangers, Cancel), Cancel)));

        Assert.Equal(5, counted.Count(c => c));
        Assert.True(await locks.IsLockedAsync(user.Id, SignInLock.Strangers, Cancel));
        Assert.False(await locks.IsLockedAsync(user.Id, "another device", Cancel));
        await locks.ClearAsync(user.Id, Cancel);
        Assert.False(await locks.IsLockedAsync(user.Id, SignInLock.Strangers, Cancel));
    }

    private Database Database => portal.Services.GetRequiredService<Database>();
    private SecondFactorCheck Check => portal.Services.GetRequiredService<SecondFactorCheck>();
    private SecondFactorEditor Editor => portal.Services.GetRequiredService<SecondFactorEditor>();

    private async Task<(User User, byte[] Key, IReadOnlyList<string> Codes)> PersonAsync(string email, Role role = Role.Supervisor)
    {
        var user = await portal.PersonAsync(email, role);
        var key = AuthenticatorKeys.Create();
        Assert.False((await Editor.SwitchOnAsync(user.Id, key, "000", Cancel)).Ok);
        var made = await Editor.SwitchOnAsync(user.Id, key, AuthenticatorApp.CodeOf(key), Cancel);
        Assert.True(made.Ok, made.Failure?.Message);
        return (user, key, made.Value.Codes);
    }

    /// <summary>A code that was not used: the next one, which counts already.</summary>
    private async Task<string> NextCodeAsync(Guid user, byte[] key)
    {
        await using var db = Database.OpenUnrestricted();
        var last = await db.SecondFactors.Where(f => f.UserId == user).Select(f => f.LastStep).SingleAsync(Cancel);
        return AuthenticatorApp.CodeAt(key, last + 1);
    }
}
