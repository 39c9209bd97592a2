using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access.Choices;
using Opbx.Core.Access.Locks;
using Opbx.Core.Access.Passkeys;
using Opbx.Core.Access.SecondFactors;
using Opbx.Core.Access.Sessions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Access;

/// <summary>Tables of people, their sign-in and their keys.</summary>
public static class UserTables
{
    extension(OpbxDbContext db)
    {
        /// <summary>People who sign in.</summary>
        public DbSet<User> Users => db.Set<User>();

        /// <summary>Keys of the REST API.</summary>
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        /// <summary>What people chose on pages.</summary>
        public DbSet<UserChoice> UserChoices => db.Set<UserChoice>();

        /// <summary>Authenticator apps of people.</summary>
        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();

        /// <summary>Codes that replace an authenticator app once.</summary>
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        /// <summary>Wrong passwords and codes.</summary>
        public DbSet<SignInLock> SignInLocks => db.Set<SignInLock>();

        /// <summary>Passkeys of people.</summary>
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();

        /// <summary>Sign-ins on devices.</summary>
        public DbSet<UserSession> UserSessions => db.Set<UserSession>();
    }
}
