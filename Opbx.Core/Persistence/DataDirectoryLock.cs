namespace Opbx.Core.Persistence;

/// <summary>Keeps a second process out of the data folder for as long as this one lives.</summary>
public sealed class DataDirectoryLock : IDisposable
{
    private const string FileName = "opbx.lock";
    private FileStream? file;

    /// <summary>Takes the lock; the folder is made when it is not there.</summary>
    /// <exception cref="StartUpRefusedException">Another process has it, or the folder cannot be written.</exception>
    public void Acquire(string directory)
    {
        if (file is not null)
            return;
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
