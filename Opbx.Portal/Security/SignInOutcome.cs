namespace Opbx.Portal.Security;

public enum SignInOutcome
{
    SignedIn,
    /// <summary>The password was right; a code of the authenticator app is missing.</summary>
    CodeNeeded,
    /// <summary>The password was right; the person must set up a second factor first.</summary>
    SetUpNeeded,
    /// <summary>Unknown address, wrong password, locked or not allowed: outsiders do not learn which.</summary>
    Refused,
    /// <summary>Too many attempts; answer with status 429.</summary>
    TooBusy,
}
