namespace Opbx.Core.Prompts;

/// <summary>Where an audio file of a prompt is heard. The file's name cannot be guessed and names one version, so that whoever knows the
/// address may listen, for ever.</summary>
public sealed class PromptAddresses(PublicAddress address)
{
    /// <summary>Below it every audio file has its path.</summary>
    public const string Prefix = "/prompt-audio";

    /// <summary>The path on this portal, for its own pages.</summary>
    public static string Path(Guid pbxId, string file) => $"{Prefix}/{pbxId:N}/{Uri.EscapeDataString(file)}";

    /// <summary>The full address, for the platform.</summary>
    public string For(Guid pbxId, string file) => address.For(Path(pbxId, file));
}
