using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Mail;
using Opbx.Core.Retention;
using Opbx.Core.Shared;

namespace Opbx.Tests.Docs;

public sealed partial class DocumentationTests
{
    private static readonly string[] Pages =
        [.. Repository.Files(".", ".md").Where(file => !file.StartsWith("bench/", StringComparison.Ordinal))];

    [Fact]
    public void The_readme_starts_with_the_two_commands_and_both_exist()
    {
        var commands = CodeBlock().Match(Repository.Read("README.md")).Groups["text"].Value.Trim().Split('\n');

        Assert.Equal(["dotnet run --project Opbx.Portal", "build/test"], commands);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "Opbx.Portal", "Opbx.Portal.csproj")));
        AssertExecutable("build/test");
    }

    [Theory]
    [InlineData(".ci/run")]
    [InlineData("build/need")]
    [InlineData("build/docker-replay")]
    [InlineData("build/add-migration")]
    public void Scripts_can_be_run(string script) => AssertExecutable(script);

    [Fact]
    public void Links_and_named_files_exist()
    {
        var links = Pages.SelectMany(page => Link().Matches(Repository.Read(page))
            .Select(link => (Page: page, Target: link.Groups["text"].Value.Split('#')[0])))
            .Where(link => link.Target.Length > 0 && !link.Target.Contains("://", StringComparison.Ordinal)).ToList();
        Assert.True(links.Count > 5);
        Offenders.None(links.Where(link => !Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target))));

        var named = Pages.SelectMany(page => NamedFile().Matches(Repository.Read(page))
            .Select(name => (Page: page, Target: name.Groups["text"].Value))).ToList();
        Assert.True(named.Count > 5);
        Offenders.None(named.Where(name => !Exists(name.Target)));
    }

    [Fact]
    public void The_example_and_the_page_name_exactly_the_settings()
    {
        var known = Keys(typeof(PortalOptions), PortalOptions.Section)
            .Concat(Keys(typeof(DatabaseOptions), DatabaseOptions.Section))
            .Concat(Keys(typeof(CloudonixOptions), CloudonixOptions.Section))
            .Concat(Keys(typeof(SandboxOptions), SandboxOptions.Section))
            .Concat(Keys(typeof(IntegrationOptions), IntegrationOptions.Section))
            .Concat(Keys(typeof(RecordingOptions), RecordingOptions.Section))
            .Concat(Keys(typeof(RetentionOptions), RetentionOptions.Section))
            .Concat(Keys(typeof(MailOptions), MailOptions.Section))
            .Concat(Keys(typeof(MetricsOptions), MetricsOptions.Section))
            .Append("ConnectionStrings__Opbx").Order(StringComparer.Ordinal).ToList();
        Assert.Contains("Opbx__Bootstrap__ApiKey", known);

        using var example = JsonDocument.Parse(Repository.Read("appsettings.example.json"));
        Assert.Equal(known, Keys(example.RootElement, "").Order(StringComparer.Ordinal));
        Assert.Equal(known, SettingRow().Matches(Repository.Read("docs/configuration.md")).Select(row => row.Groups["text"].Value)
            .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Keys(Type options, string prefix) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(member =>
            member.PropertyType.Assembly == typeof(PortalOptions).Assembly && member.PropertyType.IsClass
                ? Keys(member.PropertyType, $"{prefix}__{member.Name}")
                : member.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(member.PropertyType)
                ? [$"{prefix}__{member.Name}__0"] : [$"{prefix}__{member.Name}"]);

    private static IEnumerable<string> Keys(JsonElement element, string path) => element.ValueKind switch {
        JsonValueKind.Object =>
            element.EnumerateObject().SelectMany(member => Keys(member.Value, path.Length == 0 ? member.Name : $"{path}__{member.Name}")),
        JsonValueKind.Array => [$"{path}__0"],
        _ => [path],
    };

    private static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));

    private static void AssertExecutable(string script) =>
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Repository.Root, script))
            .HasFlag(UnixFileMode.UserExecute), script);

    [GeneratedRegex("```\n(?<text>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<text>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    // Paths in backticks that begin with one of the repository's folders.
    [GeneratedRegex(@"`(?<text>(build|docs|\.ci|Opbx\.(Core|Portal|Tests))(/[\w.-]+)*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^\| `(?<text>\w+)`", RegexOptions.Multiline, 1000)]
    private static partial Regex SettingRow();
}
