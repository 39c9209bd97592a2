using Microsoft.Extensions.Options;

namespace Opbx.Core.Calls.Recordings;

/// <summary>The audio files in the data folder: <c>recordings/PBX/year-month/id.mp3</c>.</summary>
public sealed class RecordingFiles(IOptions<PortalOptions> options)
{
    private readonly string _root = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, "recordings"));

    public string PathOf(Recording recording, AudioFormat format) =>
        Path.Combine(FolderOf(recording), recording.Id.ToString("N") + format.Ending());

    /// <summary>Starts a file that becomes visible only when it is kept.</summary>
    public AudioDraft Draft(Recording recording) => new(FolderOf(recording), recording.Id.ToString("N"));

    /// <summary>Deletes the audio, if any.</summary>
    public void Delete(Recording recording)
    {
        foreach (var format in Enum.GetValues<AudioFormat>())
        {
            var path = PathOf(recording, format);
            if (File.Exists(path)) File.Delete(path);
        }
    }

    public void DeleteAll(Guid pbxId)
    {
        if (Directory.Exists(FolderOf(pbxId))) Directory.Delete(FolderOf(pbxId), recursive: true);
    }

    private string FolderOf(Guid pbxId) => Path.Combine(_root, pbxId.ToString("N"));

    private string FolderOf(Recording recording) =>
        Path.Combine(FolderOf(recording.PbxId), recording.RecordedAt.ToString("yyyy-MM", CultureInfo.InvariantCulture));
}
