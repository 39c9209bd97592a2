using System.Diagnostics;

namespace Opbx.Tests.Support.Data;

/// <summary>Runs programs of this machine; a test is skipped where one is not installed.</summary>
internal static class Programs
{
    /// <summary>What the program prints; fails when it ends with an error.</summary>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string folder,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var (code, output, errors) = await TryAsync(program, arguments, folder, environment);
        Assert.True(code == 0, $"{program} ended with {code}: {errors}{output}");
        return output;
    }

    /// <summary>How the program ended and what it printed.</summary>
    public static async Task<(int Code, string Output, string Errors)> TryAsync(string program, IReadOnlyList<string> arguments,
        string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(PathOf(program), arguments) {
            WorkingDirectory = folder, RedirectStandardOutput = true,
            RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Where the program is; the test is skipped when it is not installed.</summary>
    public static string PathOf(string program)
    {
        var path = Find(program);
        Assert.SkipWhen(path is null, $"{program} is not installed here.");
        return path!;
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
