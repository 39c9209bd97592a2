namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Wakes the download of recordings.</summary>
public sealed class DownloadSignal : WakeUp;
