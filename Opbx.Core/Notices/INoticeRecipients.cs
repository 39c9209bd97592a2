namespace Opbx.Core.Notices;

/// <summary>Who is mailed about an organization's notices.</summary>
public interface INoticeRecipients
{
    /// <summary>E-mail addresses of those who look after the organization.</summary>
    Task<IReadOnlyList<string>> FindAsync(Guid organizationId, CancellationToken cancel);
}
