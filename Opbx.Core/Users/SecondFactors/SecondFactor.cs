using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>A person's authenticator app. There is a row while the second factor is enabled.</summary>
public sealed class SecondFactor : ITenantOwned
{
    public Guid UserId { get; set; }
    public Guid OrganizationId { get; set; }

    /// <summary>The app's key, encrypted.</summary>
    public required string ProtectedKey { get; set; }

    /// <summary>The 30 s step of the last accepted code: neither it nor an earlier one is accepted again.</summary>
    public long LastStep { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The purpose under which a person's key is encrypted.</summary>
    internal static string Purpose(Guid userId) => $"User.Authenticator:{userId}";
}

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("SecondFactors");
        builder.HasKey(f => f.UserId);
        builder.Property(f => f.UserId).ValueGeneratedNever();
        builder.Property(f => f.ProtectedKey).HasMaxLength(1000);
        builder.HasOne<User>().WithOne().HasForeignKey<SecondFactor>(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
