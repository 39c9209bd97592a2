using System.Reflection;
using System.Text.RegularExpressions;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Architecture;

/// <summary>The arrows between rooms.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Core = typeof(OpbxDbContext).Assembly;

    [Fact]
    public void Core_does_not_know_the_portal()
    {
        var references = Core.GetReferencedAssemblies().Select(assembly => assembly.Name).ToList();
        Assert.Contains("Microsoft.EntityFrameworkCore", references);

        Assert.DoesNotContain("Opbx.Portal", references);
        Assert.DoesNotContain("Microsoft.AspNetCore.Components", references);
        Assert.DoesNotContain("Radzen.Blazor", references);
    }

    [Fact]
    public void The_router_sees_plain_records_only()
    {
        string[] foreign =
        [
            "EntityFrameworkCore", "System.Net.Http", "Microsoft.AspNetCore", "Extensions.Logging", "Opbx.Core.Persistence",
                "Opbx.Core.Cloudonix",
            "ILogger", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider", "new Random",
                "Random.Shared",
            "RandomNumberGenerator", "async ", "await ", "Task<", "HttpClient",
        ];
        // The dice are what is passed in; the module only registers.
        var files = Repository.Files("Opbx.Core/Routing", ".cs")
            .Where(file => Path.GetFileName(file) is not ("RoutingModule.cs" or "ChanceDice.cs")).ToList();
        Assert.Contains("Opbx.Core/Routing/CallFacts.cs", files);

        Offenders.None(
            files.SelectMany(file => foreign.Where(word => Code(file).Contains(word, StringComparison.Ordinal))
                .Select(word => $"{file}: {word}")));
    }

    [Theory]
    [InlineData("Opbx.Core", "Persistence")]
    [InlineData("Opbx.Core", "Users")]
    [InlineData("Opbx.Core", "Configuration")]
    [InlineData("Opbx.Core", "Routing")]
    [InlineData("Opbx.Core", "Calls")]
    public void Nobody_depends_on_the_Cloudonix_client_but_its_own_jobs(string project, string folder)
    {
        var files = Repository.Files($"{project}/{folder}", ".cs");

        Offenders.None(files.Where(file => Code(file).Contains("using Opbx.Core.Cloudonix.Api", StringComparison.Ordinal)));
    }

    // Comments may name what code may not use.
    private static string Code(string file) =>
        Regex.Replace(Repository.Read(file), "//.*$", "", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
}
