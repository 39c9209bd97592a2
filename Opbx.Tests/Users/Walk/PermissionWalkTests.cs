using System.Net.Http.Headers;
using Microsoft.AspNetCore.Routing;

namespace Opbx.Tests.Users.Walk;

/// <summary>Tries every page and every endpoint of the running portal as everybody, and compares with the table that people have agreed
/// on.</summary>
public sealed class PermissionWalkTests(WalkPortal portal) : IClassFixture<WalkPortal>
{
    private const string Table = "docs/permissions.md";
    private const string Yes = "yes";
    private const string No = "-";
    private const string Own = "own";

    private static readonly HashSet<string> Methods = new(["page", "any", "GET", "POST", "PUT", "PATCH", "DELETE"], StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_opens_only_for_those_the_committed_table_names()
    {
        var doors = Door.All(portal.Get<IEnumerable<EndpointDataSource>>());
        Assert.True(doors.Count > 150, "the doors are found");
        var committed = Repository.Lines(Table).Where(line => line.Split('|') is [_, var method, _, ..] && Methods.Contains(method.Trim()))
            .ToList();
        var (walked, marked, leaks) = (new List<string>(), 0, new List<string>());
        foreach (var door in doors)
        {
            var cells = new List<string>();
            foreach (var caller in portal.Callers)
            {
                var (status, location, text) = await TryAsync(door, caller);
                var marks = WalkValues.Marks.Where(mark => text.Contains(mark, StringComparison.Ordinal)).ToList();
                if (caller.Name is Caller.OtherTenant or "Nobody" && marks.Count > 0)
                    leaks.Add($"{caller.Name} reads {string.Join(", ", marks)}: {door.Name}");
                if (caller.Name == "Owner" && marks.Count > 0) marked++;
                cells.Add(caller.Name == Caller.OtherTenant ? Foreign(door, status, location) : Opens(door, status, location) ? Yes : No);
            }

            if (cells[0] == Yes && cells[^1] == Own) cells[^1] = Yes;
            walked.Add($"| {door.Name} | {string.Join(" | ", cells)} |");
        }

        Offenders.None(leaks);
        Assert.True(marked > 25, $"what others must not read is found where owners read it ({marked})");
        var wrong = walked.Distinct().Except(committed).Select(row => $"Not so in {Table}: {row}")
            .Concat(committed.Except(walked).Select(row => $"In {Table} and not so: {row}"));
        Offenders.None(wrong.OrderBy(line => line[line.IndexOf('|', StringComparison.Ordinal)..], StringComparer.Ordinal));
    }

    [Fact]
    public void The_columns_of_the_table_are_the_callers()
    {
        var heads = Repository.Lines(Table).Where(line => line.StartsWith("| Method |", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(heads);
        Assert.All(heads, head => Assert.Equal($"| Method | Route | {string.Join(" | ", portal.Callers.Select(c => c.Name))} |", head));
    }

    /// <summary>Whether the door opened. A page that does not know what it is asked for says so on itself; everything else answers 404 to
    /// whom it hides a thing from.</summary>
    private static bool Opens(Door door, int status, string location) => status switch {
        // Its own answer says so.
        403 => door.Route == "/no-permission",
        401 => false,
        404 => door.IsPage,
        301 or 302 =>
            !(location.StartsWith("/sign-in", StringComparison.Ordinal) || location.StartsWith("/no-permission", StringComparison.Ordinal)),
        _ => true,
    };

    /// <summary>With parameters the other tenant asks for what is not theirs; without, whatever opens shows their own. Pages say that it
    /// does not exist.</summary>
    private static string Foreign(Door door, int status, string location)
    {
        var opens = Opens(door, status, location);
        return !opens || (door.IsPage && door.Parameters.Any()) ? No : door.Parameters.Any() ? Yes : Own;
    }

    private async Task<(int Status, string Location, string Text)> TryAsync(Door door, Caller caller)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in door.Parameters) values[parameter] = await portal.Values.FindAsync(door, parameter);
        var path = door.Filled(name => values[name])
            + (door.Route.Contains("/history/{", StringComparison.Ordinal) && !door.IsPage ? "?dryRun=true&evenIfChanged=true" : "");
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), path);
        // A body that nobody can take, and a version that is out of date: who may pass is told so, and nothing changes.
        if (door.Method is not ("GET" or "DELETE"))
            request.Content = caller.Name == Caller.OtherTenant
                ? new StringContent(WalkValues.BodyOf(door), MediaTypeHeaderValue.Parse("application/json"))
                : new StringContent("", MediaTypeHeaderValue.Parse("text/plain"));
        if (door.Method is "PUT" or "DELETE") request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"other\""));
        using var answer = await (door.IsApi ? caller.ByKey : caller.BySession).SendAsync(request, Cancel);
        return ((int)answer.StatusCode, answer.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery
            : location.OriginalString : "", await answer.Content.ReadAsStringAsync(Cancel));
    }
}
