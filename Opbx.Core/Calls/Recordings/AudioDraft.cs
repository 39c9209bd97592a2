namespace Opbx.Core.Calls.Recordings;

/// <summary>A file that is being written. It gets its name when it is complete and on the disk, so that nobody ever meets half of
/// it.</summary>
public sealed class AudioDraft : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _name;
    private readonly string _path;
    private readonly FileStream _file;

    internal AudioDraft(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        (_folder, _name) = (folder, name);
        _path = Path.Combine(folder, name + ".part");
        _file = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    /// <summary>How many bytes it has.</summary>
    public long Length => _file.Length;

    /// <summary>Appends bytes.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => _file.WriteAsync(bytes, cancel);

    /// <summary>Gives the file its name; its size in bytes is returned.</summary>
    public long Commit(AudioFormat format)
    {
        _file.Flush(flushToDisk: true);
        var bytes = _file.Length;
        _file.Close();
        File.Move(_path, Path.Combine(_folder, _name + format.Ending()), overwrite: true);
        return bytes;
    }

    /// <summary>Removes what was not kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (File.Exists(_path)) File.Delete(_path);
    }
}
