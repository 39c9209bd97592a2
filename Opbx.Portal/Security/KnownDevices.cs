using System.Security.Cryptography;
using Opbx.Core.Users.Locks;

namespace Opbx.Portal.Security;

/// <summary>A cookie with the people who signed in on this device, so that wrong passwords elsewhere do not lock them out here.</summary>
public sealed class KnownDevices(IHttpContextAccessor http, SecretProtector protector, TimeProvider clock)
{
    private const string Cookie = "opbx-device";
    private const string Purpose = "SignIn.Device";
    private const int MostPeople = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>The device if the person has signed in on it before, else the name shared by all unknown devices.</summary>
    public string For(Guid userId) => Read() is { } known && known.People.Contains(userId) ? known.Device : SignInLock.Strangers;

    /// <summary>Records a sign-in on this device; true the first time.</summary>
    public bool Remember(Guid userId)
    {
        var known = Read();
        var isNew = known?.People.Contains(userId) != true;
        var device = known?.Device ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        var people = (known?.People ?? []).Where(p => p != userId).Prepend(userId).Take(MostPeople);
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var context = http.HttpContext!;
        context.Response.Cookies.Append(Cookie, protector.Protect(Purpose, $"{device}|{until}|{string.Join(',', people)}"),
            new CookieOptions {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Lifetime,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        return isNew;
    }

    private (string Device, Guid[] People)? Read() =>
        protector.Unprotect(Purpose, http.HttpContext?.Request.Cookies[Cookie])?.Split('|') is [var device, var until, var people]
        && long.TryParse(until, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow().ToUnixTimeSeconds() <= seconds
            ? (device, [.. people.Split(',').Select(Guid.Parse)])
            : null;
}
