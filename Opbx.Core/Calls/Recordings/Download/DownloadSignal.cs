namespace Opbx.Core.Calls.Recordings.Download;

public sealed class DownloadSignal : WakeUp;
