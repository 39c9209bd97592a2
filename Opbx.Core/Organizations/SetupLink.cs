using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Organizations;

/// <summary>Opens the set-up while there is no organization: there is no default account, but anyone who sees the console may create
/// the first one.</summary>
public sealed class SetupLink(bool tokenRequired)
{
    private readonly string _token = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private volatile bool _needed;

    /// <summary>Whether there is no organization yet.</summary>
    public bool IsNeeded => _needed;

    /// <summary>The path to open, with the token if required; for the console only.</summary>
    public string Path => tokenRequired ? $"/setup?token={_token}" : "/setup";

    /// <summary>Whether a visitor with this token may set up the portal.</summary>
    public bool Opens(string? token) =>
        _needed && (!tokenRequired
            || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(_token)));

    internal void Open() => _needed = true;
    internal void Close() => _needed = false;
}
