namespace Opbx.Tests.Support.Data;

/// <summary>The checkout this test program was built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "data", "TestResults", "artifacts", "_framework", ".git"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The files below a folder, generated ones left out; paths relative to the checkout, with slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        var files = Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        return files;
    }

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(child => !Generated.Contains(child.Name)).SelectMany(Walk));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Opbx.sln")) ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Opbx.sln was not found above the tests."));
}
