namespace Opbx.Core.Calls.Recordings;

public sealed record AudioFile(Guid Id, string Path, AudioFormat Format, DateTimeOffset At);
