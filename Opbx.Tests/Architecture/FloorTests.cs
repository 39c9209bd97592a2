using System.Text.RegularExpressions;

namespace Opbx.Tests.Architecture;

/// <summary>Arrows between folders go down only; they are read from the usings.</summary>
public sealed partial class FloorTests
{
    private static readonly string[] BelowFeatures = ["Http", "Navigation", "Security", "Api", "Components", "Sandbox"];

    [Fact]
    public void Folders_of_the_core_use_only_floors_below()
    {
        var arrows = Arrows("Opbx.Core");
        Assert.Contains(("Calls", "Routing"), arrows.Select(arrow => (arrow.From, arrow.To)));

        Offenders.None(arrows.Where(arrow => !Allows(Floors.Core, arrow.From, arrow.To))
            .Select(arrow => $"{arrow.File}: {arrow.From} -> {arrow.To}"));
    }

    [Fact]
    public void Folders_of_the_portal_use_only_floors_below()
    {
        var arrows = Arrows("Opbx.Portal");
        Assert.Contains(("Features/Calls", "Components"), arrows.Select(arrow => (arrow.From, arrow.To)));

        Offenders.None(arrows.Where(arrow => !PortalAllows(arrow.From, arrow.To))
            .Select(arrow => $"{arrow.File}: {arrow.From} -> {arrow.To}"));
    }

    [Fact]
    public void The_tables_have_no_cycle()
    {
        Assert.True(IsOrdered(Floors.Core), "An arrow of the core goes up.");
        Assert.True(IsOrdered(Floors.Features, sorted: false), "Two features need each other.");
    }

    /// <summary>Every file's arrows, from its usings of namespaces of its own project; those of imports count for the files of their
    /// folder.</summary>
    private static List<(string File, string From, string To)> Arrows(string project) =>
    [
        .. from file in Repository.Files(project, ".cs", ".razor")
           where !file.Contains("/Migrations/", StringComparison.Ordinal)
           let source = Folder(file[(project.Length + 1)..].Split('/')[..^1])
           where source is not null
           from found in Using().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)
           where found.StartsWith(project + ".", StringComparison.Ordinal)
           let to = Folder(found[(project.Length + 1)..].Split('.'))
           where to is not null && to != source
           select (file, source, to),
    ];

    private static string? Folder(string[] path) => path switch {
        [] => null,
        ["Features", var feature, ..] => $"Features/{feature}",
        ["Features"] => null,
        [var folder, ..] => folder,
    };

    private static bool Allows(IReadOnlyDictionary<string, string> table, string from, string to) =>
        table.TryGetValue(from, out var names) && (names == "*" || names.Split(' ').Contains(to, StringComparer.Ordinal));

    private static bool PortalAllows(string from, string to)
    {
        if (!from.StartsWith("Features/", StringComparison.Ordinal)) return Allows(Floors.Portal, from, to);
        return to.StartsWith("Features/", StringComparison.Ordinal)
            ? Allows(Floors.Features, from["Features/".Length..], to["Features/".Length..])
            : BelowFeatures.Contains(to, StringComparer.Ordinal);
    }

    /// <summary>Whether the table can be read from the ground up: by its order, or by taking out what needs nobody any more.</summary>
    private static bool IsOrdered(IReadOnlyDictionary<string, string> table, bool sorted = true)
    {
        var needs = table.ToDictionary(row => row.Key, row => row.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        if (sorted)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return needs.All(row => row.Value.IsSubsetOf(seen) && seen.Add(row.Key));
        }
        while (needs.Count > 0)
        {
            var free = needs.Where(row => !row.Value.Overlaps(needs.Keys)).Select(row => row.Key).ToList();
            if (free.Count == 0) return false;
            foreach (var name in free) needs.Remove(name);
        }
        return true;
    }

    [GeneratedRegex(@"^\s*@?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?<name>Opbx\.[\w.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();
}
