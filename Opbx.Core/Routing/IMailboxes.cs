namespace Opbx.Core.Routing;

/// <summary>The mailboxes of a PBX, from memory.</summary>
public interface IMailboxes
{
    /// <summary>Newest first.</summary>
    IReadOnlyList<MailboxMessage> For(string extension);

    /// <summary>Where the platform fetches the audio of a message: an unguessable URL that expires.</summary>
    string AudioUrl(Guid message);
}

public sealed record MailboxMessage(Guid Id, string From, string? CallerName, DateTimeOffset At, bool Heard, bool IsHere);

internal sealed class EmptyMailboxes : IMailboxes
{
    public static readonly EmptyMailboxes Instance = new();

    public IReadOnlyList<MailboxMessage> For(string extension) => [];
    public string AudioUrl(Guid message) => "";
}
