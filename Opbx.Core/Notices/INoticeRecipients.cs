namespace Opbx.Core.Notices;

/// <summary>Finds who is mailed about an organization's notices.</summary>
public interface INoticeRecipients
{
    /// <summary>E-mail addresses of the people responsible for the organization.</summary>
    Task<IReadOnlyList<string>> FindAsync(Guid organizationId, CancellationToken cancel);
}
