using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;
using OtpNet;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>A code that replaces the authenticator app once. Only its hash is stored; a used one is deleted.</summary>
public sealed class RecoveryCode : ITenantOwned
{
    /// <summary>Number of codes per person.</summary>
    public const int Count = 10;
    /// <summary>The person is warned when this many or fewer are left.</summary>
    public const int Few = 3;

    // 80 random bits cannot be guessed, so the hash needs neither salt nor rounds.
    private const int Bytes = 10;

    public Guid Id { get; set; }
    public Guid OrganizationId { get; set; }
    public Guid UserId { get; set; }

    /// <summary>SHA-256 of person and code.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>As people write them down.</summary>
    internal static IReadOnlyList<string> Create() =>
        [.. Enumerable.Range(0, Count)
            .Select(_ => string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Bytes)).ToLowerInvariant().Chunk(4)
                .Select(group => new string(group))))];

    /// <summary>Accepts any way of typing the code.</summary>
    internal static byte[] HashOf(Guid userId, string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}:{string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}"));
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.UserId, c.Hash }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
