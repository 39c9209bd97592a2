using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access.Locks;
using Opbx.Core.Access.Passkeys;
using Opbx.Core.Access.SecondFactors;
using Opbx.Core.Access.Sessions;

namespace Opbx.Core.Persistence;

/// <content>The tables of signing in.</content>
public sealed partial class OpbxDbContext
{
    /// <summary>Authenticator apps of people.</summary>
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    /// <summary>Codes that replace an authenticator app once.</summary>
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Wrong passwords and codes.</summary>
    public DbSet<SignInLock> SignInLocks => Set<SignInLock>();

    /// <summary>Passkeys of people.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>Sign-ins on devices.</summary>
    public DbSet<UserSession> UserSessions => Set<UserSession>();
}
