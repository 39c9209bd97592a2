using MimeKit;
using Opbx.Core.Users.CommonPasswords;

namespace Opbx.Core.Users;

/// <summary>Rules for names, addresses and passwords; each method returns a sentence, or null when valid.</summary>
public static class AccountRules
{
    /// <summary>In characters.</summary>
    public const int ShortestPassword = 12;
    /// <summary>In characters.</summary>
    public const int LongestPassword = 200;
    /// <summary>In characters.</summary>
    public const int LongestEmail = 254;

    public static string? OrganizationFault(string? name) =>
        name?.Trim() is { Length: >= 2 and <= 100 } ? null : "The name of the organization needs 2 to 100 characters.";

    public static string? NameFault(string? name) =>
        name?.Trim() is { Length: >= 1 and <= 100 } ? null : "A name needs 1 to 100 characters.";

    public static string? EmailFault(string? email) =>
        email is { Length: > 2 and <= LongestEmail } && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && MailboxAddress.TryParse(email, out var parsed) && parsed.Domain.Length > 0 && parsed.Address == email
            ? null
            : "This is not an e-mail address such as anna@example.com.";

    /// <param name="own">Names that someone who knows the person or the company would try.</param>
    public static string? PasswordFault(string? password, params IReadOnlyList<string?> own) => password?.Length switch {
        null or 0 => "Choose a password.",
        < ShortestPassword => $"The password needs at least {ShortestPassword} characters.",
        > LongestPassword => $"The password may have at most {LongestPassword} characters.",
        _ when password.Distinct().Count() < 4 => "The password repeats too few characters.",
        _ => WeakPasswords.AreIn(password, own)
            ? "This password is among those that are tried first: common words, figures and names. Take a sentence of your own." : null,
    };

    /// <summary>Accepts IANA time zones.</summary>
    public static string? TimeZoneFault(string? zone) =>
        zone is { Length: <= 64 } && zone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? null
            : "This is not a time zone such as America/New_York.";
}
