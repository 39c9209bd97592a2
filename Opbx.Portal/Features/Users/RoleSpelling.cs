namespace Opbx.Portal.Features.Users;

/// <summary>The API spells roles with a capital letter.</summary>
internal static class RoleSpelling
{
    public const string Pattern = "^(Owner|Admin|Supervisor|User|Reporter)$";
    public const string Rule = "The role must be one of: Owner, Admin, Supervisor, User, Reporter.";

    public static Role Parse(string text) => Enum.Parse<Role>(text);
}
