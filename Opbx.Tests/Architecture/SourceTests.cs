using System.Text.RegularExpressions;

namespace Opbx.Tests.Architecture;

/// <summary>What holds for the text of every source file.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;
    private const int LongestTest = 500;
    private const int LongestLine = 140;
    private const int LongestTestName = 80;

    public static TheoryData<string> Projects => ["Opbx.Core", "Opbx.Portal", "Opbx.Tests"];

    [Theory, MemberData(nameof(Projects))]
    public void No_file_is_longer_than_a_person_reads_at_once(string project)
    {
        var limit = project == "Opbx.Tests" ? LongestTest : LongestFile;
        var files = Handwritten(project, ".cs", ".razor", ".css");
        Assert.True(files.Count > 10);

        Offenders.None(files.Select(file => (file, Repository.Lines(file).Length)).Where(file => file.Length > limit));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Namespaces_equal_folders(string project)
    {
        var declared = Handwritten(project, ".cs")
            .Select(file => (File: file, Namespace: NamespaceLine().Match(Repository.Read(file)).Groups["name"].Value))
            .Where(file => file.Namespace.Length > 0).ToList();
        Assert.True(declared.Count > 10);

        Offenders.None(declared.Where(file => file.Namespace != Path.GetDirectoryName(file.File)!.Replace('/', '.')));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Nothing_is_left_for_later(string project)
    {
        // Spelled in halves, because this file is searched as well.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "HA" + "CK:"];

        Offenders.None(Mentions(Handwritten(project), marks));
    }

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on()
    {
        string[] places = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/user", "\\Us" + "ers\\"];
        var files = Project().ToList();
        Assert.Contains("README.md", files);

        Offenders.None(Mentions(files, places));
    }

    [Fact]
    public void Logging_goes_through_the_log_classes()
    {
        var direct = new Regex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(", RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        Assert.Matches(direct, "logger.LogError(");
        var files = Handwritten("Opbx.Core", ".cs").Concat(Handwritten("Opbx.Portal", ".cs", ".razor")).ToList();
        Assert.Contains(files, file => Repository.Read(file).Contains("[LoggerMessage", StringComparison.Ordinal));

        Offenders.None(files.Where(file => direct.IsMatch(Repository.Read(file))));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Lines_have_at_most_140_characters(string project)
    {
        // A raw string on one line stays on it, for it is one text.
        Offenders.None(Handwritten(project, ".cs", ".js")
            .SelectMany(file => Repository.Lines(file).Select((line, index) => (Line: line, Place: $"{file}:{index + 1}")))
            .Where(line => line.Line.Length > LongestLine && !line.Line.Contains("\"\"\"", StringComparison.Ordinal))
            .Select(line => line.Place));
    }

    [Fact]
    public void Tests_have_short_names()
    {
        var names = Handwritten("Opbx.Tests", ".cs").SelectMany(file => TestName().Matches(Repository.Read(file)))
            .Select(match => match.Groups["name"].Value).ToList();
        Assert.True(names.Count > 500);

        Offenders.None(names.Where(name => name.Length > LongestTestName || name.Split("_and_").Length > 2));
    }

    [GeneratedRegex(@"public (async Task|void) (?<name>[A-Z]\w+_\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex NamespaceLine();

    private static List<string> Handwritten(string project, params string[] extensions) =>
        [.. Repository.Files(project, extensions)
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/lib/", StringComparison.Ordinal))];

    private static IEnumerable<string> Project() =>
        Repository.Files(".").Where(file => !file.StartsWith("bench/", StringComparison.Ordinal));

    private static IEnumerable<string> Mentions(IEnumerable<string> files, string[] words) =>
        files.Where(IsText).SelectMany(file => Repository.Lines(file)
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(line => words.Any(word => line.Line.Contains(word, StringComparison.Ordinal)))
            .Select(line => $"{file}:{line.Number}"));

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" or ".md" or ".json" or ".props" or ".targets" or ".csproj" or ".sln"
            or ".txt" or "";
}
