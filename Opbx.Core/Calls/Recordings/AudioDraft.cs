namespace Opbx.Core.Calls.Recordings;

/// <summary>A file being written. Gets its final name once flushed to disk, so a partial file is never visible.</summary>
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

    /// <summary>Bytes.</summary>
    public long Length => _file.Length;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => _file.WriteAsync(bytes, cancel);

    /// <summary>Gives the file its final name and returns its size in bytes.</summary>
    public long Commit(AudioFormat format)
    {
        _file.Flush(flushToDisk: true);
        var bytes = _file.Length;
        _file.Close();
        File.Move(_path, Path.Combine(_folder, _name + format.Ending()), overwrite: true);
        return bytes;
    }

    /// <summary>Deletes the file unless it was kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (File.Exists(_path)) File.Delete(_path);
    }
}
