namespace Opbx.Core.Prompts;

/// <summary>URLs of prompt audio. File names are unguessable and never reused, so anyone who knows a URL can listen forever.</summary>
public sealed class PromptAddresses(PublicAddress address)
{
    public const string Prefix = "/prompt-audio";

    /// <summary>The path on this portal, for its own pages.</summary>
    public static string Path(Guid pbxId, string file) => $"{Prefix}/{pbxId:N}/{Uri.EscapeDataString(file)}";

    /// <summary>The full URL, for the platform.</summary>
    public string For(Guid pbxId, string file) => address.For(Path(pbxId, file));
}
