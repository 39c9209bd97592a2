using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;
using Opbx.Core.Users.Mails;
using Opbx.Core.Users.Sessions;

namespace Opbx.Portal.Security;

/// <summary>Begins sessions, renews their cookies and ends them; for requests that can still set cookies.</summary>
public sealed class SessionStart(SignInManager<User> signIn, SessionRegister sessions, SessionEditor editor, LastSignIns last,
    KnownDevices devices, AccountMails letters)
{
    public async Task BeginAsync(User user, CancellationToken cancel)
    {
        var context = signIn.Context;
        var device = DeviceText.From(context.Request.Headers.UserAgent);
        var address = context.Connection.RemoteIpAddress is { } from ? (from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from).ToString() : "";
        var id = await sessions.BeginAsync(user, device, address, cancel);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [SessionClaim.Create(id)]);
        if (devices.Remember(user.Id) && user.LastSignInAt is not null)
            letters.Send(AccountNotifications.NewDevice, user, address.Length == 0 ? device : $"{device}, address {address}");
        await last.RememberAsync(user.Id, cancel);
    }

    /// <summary>Keeps this request's session although the person's password or second factor was changed in it.</summary>
    public async Task RenewAsync(User user, CancellationToken cancel)
    {
        var present = await signIn.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (present.Principal?.SessionId() is not { } id) return;
        await sessions.RenewAsync(id, user, cancel);
        await signIn.SignInWithClaimsAsync(user, present.Properties, [SessionClaim.Create(id)]);
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        var present = signIn.Context.User;
        if (present.SessionId() is { } id && Guid.TryParse(present.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
        {
            await editor.SignOutAsync(person, id, cancel);
            // Later: the page on which somebody signs out would reload and preempt the response.
            signIn.Context.Response.OnCompleted(() => editor.CloseAsync(person, id));
        }

        await signIn.SignOutAsync();
    }
}
