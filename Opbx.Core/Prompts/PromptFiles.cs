using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration;

namespace Opbx.Core.Prompts;

/// <summary>Prompt audio: a folder per PBX below <c>prompts</c> in the data folder. Files never change; new audio is a new file.</summary>
public sealed partial class PromptFiles(IOptions<PortalOptions> options)
{
    /// <summary>Maximum file size, in bytes.</summary>
    public const long Largest = 10 * 1024 * 1024;

    private const string Unfinished = ".part";
    private readonly string _root = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, "prompts"));

    /// <summary>Stores audio that is playable and not too large; returns its file name. Unused until a prompt names it.</summary>
    /// <param name="title">Start of the file name, as far as its letters are allowed there.</param>
    /// <param name="content">Read only once and only up to the limit.</param>
    /// <param name="cancel">Nothing is left behind on cancellation.</param>
    public async Task<Result<string>> SaveAsync(Guid pbxId, string title, Stream content, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Folder(pbxId)).FullName;
        var unfinished = Path.Combine(folder, PbxEditor.NewToken(16) + Unfinished);
        try
        {
            var facts = await WriteAsync(unfinished, content, cancel);
            if (!facts.Ok) return facts.Failure;
            var name = $"{Slug(title)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}{facts.Value.Extension}";
            File.Move(unfinished, Path.Combine(folder, name));
            return name;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The file's full path; null when it does not exist.</summary>
    public string? Find(Guid pbxId, string file) =>
        Name().IsMatch(file) && Path.Combine(Folder(pbxId), file) is var path && File.Exists(path) ? path : null;

    public void Delete(Guid pbxId, string file)
    {
        if (Find(pbxId, file) is { } path) File.Delete(path);
    }

    public void DeleteAll(Guid pbxId)
    {
        if (Directory.Exists(Folder(pbxId))) Directory.Delete(Folder(pbxId), recursive: true);
    }

    /// <summary>Restarts the time after which an unused file is deleted: current calls may still request it.</summary>
    public void Retire(Guid pbxId, string file, DateTimeOffset now)
    {
        if (Find(pbxId, file) is { } path) File.SetLastWriteTimeUtc(path, now.UtcDateTime);
    }

    /// <summary>Removes files that no prompt names and that are older than <paramref name="before"/>; returns how many.</summary>
    /// <param name="inUse">The files that a PBX's prompts name; nothing when the PBX was deleted.</param>
    /// <param name="before">Younger files may belong to a page that is not saved yet.</param>
    public int Sweep(Func<Guid, IReadOnlySet<string>> inUse, DateTimeOffset before)
    {
        if (!Directory.Exists(_root)) return 0;
        var swept = 0;
        foreach (var folder in Directory.EnumerateDirectories(_root))
        {
            if (!Guid.TryParseExact(Path.GetFileName(folder), "N", out var pbxId)) continue;
            var used = inUse(pbxId);
            foreach (var file in Directory.EnumerateFiles(folder)
                .Where(f => !used.Contains(Path.GetFileName(f)) && File.GetLastWriteTimeUtc(f) < before.UtcDateTime).ToList())
            {
                File.Delete(file);
                swept++;
            }
        }
        return swept;
    }

    private static async Task<Result<AudioFacts>> WriteAsync(string path, Stream content, CancellationToken cancel)
    {
        await using var file =
            new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.Asynchronous);
        var part = new byte[65_536];
        while (await content.ReadAsync(part, cancel) is > 0 and var read)
        {
            if (file.Length + read > Largest)
                return AudioContent.Unfit("This file is larger than 10 MB. Save it as mp3, or make it shorter.");
            await file.WriteAsync(part.AsMemory(0, read), cancel);
        }
        var facts = AudioContent.Read(file);
        file.Flush(flushToDisk: true);
        return facts;
    }

    private static string Slug(string title)
    {
        var words = NoLetters().Replace(title.ToLowerInvariant(), "-").Trim('-');
        return words.Length == 0 ? "prompt" : words.Length > 60 ? words[..60].Trim('-') : words;
    }

    private string Folder(Guid pbxId) => Path.Combine(_root, pbxId.ToString("N"));

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,195}\.(mp3|wav)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
