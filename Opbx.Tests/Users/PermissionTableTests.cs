using Opbx.Core.Permissions;

namespace Opbx.Tests.Users;

public sealed class PermissionTableTests
{
    private static readonly List<string[]> Rows =
        [.. Repository.Lines("Opbx.Tests/Users/permissions.txt").Where(l => !l.StartsWith('#'))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    [Fact]
    public void Every_cell_is_as_the_committed_table_says()
    {
        var roles = Rows[0].SkipLast(1).Select(Enum.Parse<Role>).ToList();
        var wrong = from row in Rows.Skip(1)
                    from column in Enumerable.Range(0, roles.Count)
                    let permission = Enum.Parse<Permission>(row[0])
                    where PermissionTable.Allows(roles[column], permission) != (row[column + 1] == "yes")
                    select $"{roles[column]} {permission}: the table says {row[column + 1]}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void What_platform_admins_may_do_is_as_the_committed_table_says()
    {
        var committed = Rows.Skip(1).Where(row => row[^1] == "yes").Select(row => Enum.Parse<Permission>(row[0]));

        Assert.Equal(committed, Enum.GetValues<Permission>().Where(PermissionTable.AllowsPlatformAdmins));
    }

    [Fact]
    public void The_committed_table_has_every_role_and_every_permission()
    {
        Assert.Equal([.. Enum.GetNames<Role>(), "PlatformAdmin"], Rows[0]);
        Assert.Equal(Enum.GetNames<Permission>(), Rows.Skip(1).Select(r => r[0]));
        Assert.All(Rows.Skip(1), row => Assert.Equal(Rows[0].Length + 1, row.Length));
    }
}
