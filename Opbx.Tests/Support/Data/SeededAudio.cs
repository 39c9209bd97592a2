using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Support.Data;

/// <summary>Messages and recorded calls of a small company, in every state.</summary>
internal static class SeededAudio
{
    public static async Task AddAsync(IServiceProvider services, Guid organization, Guid pbx)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var rows = new List<Recording>();
        for (var i = 0; i < 9; i++) rows.Add(Row(organization, pbx, RecordingKind.Message, i, now.AddHours(-7 * i).AddMinutes(-3)));
        for (var i = 0; i < 7; i++) rows.Add(Row(organization, pbx, RecordingKind.Conversation, i, now.AddHours(-5 * i).AddMinutes(-20)));
        var files = services.GetRequiredService<RecordingFiles>();
        foreach (var row in rows.Where(r => r.State == AudioState.Stored))
        {
            await using var draft = files.Draft(row);
            await draft.WriteAsync(Sounds.Wav(2), CancellationToken.None);
            row.Bytes = draft.Commit(AudioFormat.Wav);
            row.Format = AudioFormat.Wav;
        }

        await using var db = services.GetRequiredService<Database>().OpenUnrestricted();
        db.Recordings.AddRange(rows);
        await db.SaveChangesAsync();
        foreach (var row in rows) services.GetRequiredService<MailboxIndex>().Show(row);
    }

    private static Recording Row(Guid organization, Guid pbx, RecordingKind kind, int i, DateTimeOffset at) => new() {
        Id = Guid.NewGuid(),
        OrganizationId = organization,
        PbxId = pbx,
        CallId = Guid.NewGuid(),
        Token = $"{kind}-{i}",
        Kind = kind,
        Extension = kind == RecordingKind.Message ? $"{1001 + (i % 3)}" : null,
        Extensions = $"|{1001 + (i % 3)}|",
        From = i == 4 ? "anonymous" : $"+1202555014{i}",
        CallerName = i switch { 1 => "Dr. Maximiliane von Hohenstein-Wittgenstein", 2 => "PEREZ JOSE", _ => null },
        To = "+12125550100",
        SearchText = $"1202555014{i} 12125550100",
        AnsweredBy = kind == RecordingKind.Message || i == 5 ? null : $"{1001 + (i % 3)}",
        RecordedAt = at,
        Seconds = i == 6 ? null : 7 + (i * 43),
        HeardAt = kind == RecordingKind.Message && i > 2 ? at.AddMinutes(30) : null,
        SourceUrl = "https://media.cloudonix.io/seed.wav",
        State = i switch { 2 => AudioState.Waiting, 5 => AudioState.Failed, _ => AudioState.Stored },
        Fault = i == 5 ? "The platform answered 404 instead of the audio." : null,
    };
}
