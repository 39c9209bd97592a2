using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;
using Opbx.Core.Users.Choices;
using Opbx.Core.Users.Locks;
using Opbx.Core.Users.Passkeys;
using Opbx.Core.Users.SecondFactors;
using Opbx.Core.Users.Sessions;

namespace Opbx.Core.Users;

public static class UserTables
{
    extension(OpbxDbContext db)
    {
        public DbSet<User> Users => db.Set<User>();
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        /// <summary>What people chose on pages.</summary>
        public DbSet<UserChoice> UserChoices => db.Set<UserChoice>();

        /// <summary>Authenticator apps of people.</summary>
        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();

        /// <summary>Codes that replace an authenticator app once.</summary>
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        /// <summary>Wrong passwords and codes.</summary>
        public DbSet<SignInLock> SignInLocks => db.Set<SignInLock>();

        public DbSet<Passkey> Passkeys => db.Set<Passkey>();

        /// <summary>Sign-ins on devices.</summary>
        public DbSet<UserSession> UserSessions => db.Set<UserSession>();
    }
}
