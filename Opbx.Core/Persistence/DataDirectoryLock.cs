namespace Opbx.Core.Persistence;

/// <summary>Keeps other processes out of the data folder while this one runs.</summary>
public sealed class DataDirectoryLock : IDisposable
{
    private const string FileName = "opbx.lock";
    private FileStream? file;

    /// <summary>Creates the folder if it does not exist.</summary>
    /// <exception cref="StartUpRefusedException">Another process has it, or the folder is not writable.</exception>
    public void Acquire(string directory)
    {
        if (file is not null) return;
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(directory);
        }

        try
        {
            file = new FileStream(Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw NotWritable(directory);
        }
        catch (IOException)
        {
            throw new StartUpRefusedException(
                $"The data folder '{directory}' is in use by another OPBX process; stop that one first, or give this one its own " +
                    "Opbx__DataDirectory.");
        }
    }

    public void Dispose() => file?.Dispose();

    private static StartUpRefusedException NotWritable(string directory) =>
        new($"The data folder '{directory}' cannot be written; give this user the right to write there, or set Opbx__DataDirectory.");
}
