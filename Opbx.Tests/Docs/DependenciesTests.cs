using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Opbx.Tests.Docs;

public sealed partial class DependenciesTests
{
    [Fact]
    public void Every_package_has_its_reason_and_every_reason_its_package()
    {
        var packages = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value).ToList();
        Assert.NotEmpty(packages);
        var reasons = Row().Matches(Repository.Read("docs/dependencies.md")).Select(row => row.Groups["name"].Value).ToList();

        Assert.Equal(packages.Order(StringComparer.Ordinal), reasons.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| (?<name>[\w.-]+) \| .{10,} \|$", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
